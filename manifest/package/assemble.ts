import { apiBase } from "../../src/contract/routes.ts"
import { icons } from "../generate/icons.ts"
import { integrationManifest } from "../generate/integrationManifest.ts"
import { localizations } from "../generate/localizations.ts"
import { miniAppManifest } from "../generate/miniAppManifest.ts"
import type { Deployment } from "../source/deployment.ts"
import { integrityOf, integrityPath } from "./integrity.ts"
import { packagedPage } from "./page.ts"

/** The files of a package, by path. */
export type Files = Map<string, Uint8Array>

const json = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)

/**
 * Lays out a package as W3C MiniApp Packaging has it: `manifest.json`, `app.js` and `app.css` at the root, pages, common
 * files and texts below; and what is ours: `hue-s.json`, `integrity.json`, and `pages/config.json`, which names the
 * service.
 * @param built files of the package build, by path
 */
export function assemble(
  built: ReadonlyMap<string, Uint8Array>,
  version: string,
  deployment: Deployment,
): Files {
  const integration = integrationManifest(version, deployment)
  const html = new TextDecoder().decode(built.get("index.html"))
  const moved = new Set(icons.filter(({ purpose }) => purpose === "any").map(({ file }) => `icons/${file}`))
  const placed = (path: string) => path.replace(/^icons\//, "common/icons/")
  const files: Files = new Map()
  for (const [path, content] of built) {
    const belongs = /^app\.(js|css)$|^common\//.test(path) || moved.has(path)
    if (belongs) files.set(placed(path), content)
  }
  files.set(
    "pages/index.html",
    new TextEncoder().encode(packagedPage(html, placed, integration.csp.packaged)),
  )
  files.set(
    "pages/config.json",
    json({
      api: deployment.service + apiBase,
      contest: deployment.contest,
      hostOrigins: deployment.hostOrigins,
    }),
  )
  files.set("manifest.json", json(miniAppManifest(version)))
  files.set("hue-s.json", json(integration))
  for (const [language, texts] of Object.entries(localizations(integration)))
    files.set(`i18n/${language}.json`, json(texts))
  files.set(integrityPath, json(integrityOf(files)))
  return files
}
