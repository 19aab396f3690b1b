import {
  inlineParts,
  readPolicy,
  withInlineHashes,
} from "../../src/service/pageSecurity/contentSecurityPolicy.ts"
import { versionCode } from "../generate/version.ts"
import { type CrossCheck, differ, scriptsOf, textOf } from "./delivery.ts"
import { pngSize } from "./png.ts"

const page = "pages/index.html"

/** What must agree within a package, whoever made it. */
export const packageChecks: readonly CrossCheck<void>[] = [
  {
    claim: "one version in both manifests and in the script that says hello",
    faults: ({ miniApp: { version }, integration, files }) => [
      ...differ("version", integration.app.version, version.name),
      ...differ("version code", version.code, versionCode(version.name)),
      ...(scriptsOf(files).some((script) => quotes(script, version.name))
        ? []
        : [`no script tells the host version ${version.name}`]),
    ],
  },
  {
    claim: "one id in both manifests, and the tokens' audience",
    faults: ({ miniApp, integration: { app, identity } }) => [
      ...differ("app", app.id, miniApp.app_id),
      ...differ("audience", identity.audience, miniApp.app_id),
    ],
  },
  {
    claim: "the configuration names the declared service",
    faults({ integration: { origins }, files }) {
      const { api, hostOrigins } = JSON.parse(textOf(files, "pages/config.json"))
      return [
        ...differ("service", origins.service, URL.canParse(api) ? new URL(api).origin : api),
        ...differ("hosts", origins.hosts, hostOrigins),
      ]
    },
  },
  {
    claim: "the page's policy is the declared one",
    faults({ integration, files }) {
      const html = textOf(files, page)
      const [, policy = ""] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? []
      return differ("policy", withInlineHashes(integration.csp.packaged, html), readPolicy(policy))
    },
  },
  {
    claim: "the page has nothing that no policy allows: handlers and styles in attributes",
    faults({ files }) {
      const { scripts, styles } = inlineParts(textOf(files, page))
      const elements = [...scripts, ...styles].reduce(
        (rest, part) => rest.replace(part, ""),
        textOf(files, page),
      )
      return [...elements.matchAll(/<[a-z][^>]*\s(on[a-z]+|style)\s*=/gi)].map(([, name]) => `${name}="…"`)
    },
  },
  {
    claim: "pages, and what they name, are there",
    faults: ({ miniApp, integration, files }) =>
      [
        ...miniApp.pages.map((one) => `${one}.html`),
        integration.start.packaged,
        ...filesNamedIn(textOf(files, page)),
      ]
        .filter((path) => !files.has(path))
        .map((path) => `${path} is missing`),
  },
  {
    claim: "icons are there, with the pixels that they are said to have",
    faults: ({ miniApp, files }) =>
      miniApp.icons.flatMap(({ src, sizes }) => {
        const size = pngSize(files.get(src) ?? new Uint8Array())
        return size ? differ(src, sizes, `${size.width}x${size.height}`) : [`${src} is no PNG`]
      }),
  },
  {
    claim: "Vietnamese and English have the same texts",
    faults: ({ files }) =>
      differ("texts", keysIn(files.get("i18n/vi.json")), keysIn(files.get("i18n/en.json"))),
  },
]

const quotes = (script: string, word: string) =>
  ['"', "'", "`"].some((mark) => script.includes(mark + word + mark))

/** Files that the page names, by their path from the root; other origins stay addresses. */
function filesNamedIn(html: string): string[] {
  const root = "https://package.invalid/"
  return [...html.matchAll(/\s(?:src|href)="([^"#]+)"/g)].map(([, address = ""]) =>
    new URL(address, root + page).href.replace(root, ""),
  )
}

function keysIn(json: Uint8Array | undefined): string[] | null {
  return json ? Object.keys(JSON.parse(new TextDecoder().decode(json))) : null
}
