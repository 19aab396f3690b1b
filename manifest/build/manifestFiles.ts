import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Plugin } from "vite"
import { integrationManifest } from "../generate/integrationManifest.ts"
import { packageVersion } from "../generate/version.ts"
import { webAppManifest } from "../generate/webAppManifest.ts"
import { deployment } from "../source/deployment.ts"

/**
 * Beside the hosted pages, writes `hue-s.json`, by which the service knows the pages' policy, and `app.webmanifest`. They
 * are no part of the bundle: the app itself needs neither, so the service worker fetches neither.
 */
export function manifestFiles(): Plugin {
  return {
    name: "manifest-files",
    apply: "build",
    writeBundle({ dir = "" }) {
      const write = (name: string, content: unknown) =>
        writeFileSync(join(dir, name), `${JSON.stringify(content, null, 2)}\n`)
      write("hue-s.json", integrationManifest(packageVersion(), deployment))
      write("app.webmanifest", webAppManifest())
    },
  }
}
