import { rewrite, rewriteJson } from "./tamper.ts"

// biome-ignore lint/suspicious/noExplicitAny: fixtures put in what no type allows
type Anything = any
/** Puts one thing wrong into a package, its manifests, or what the code is said to do. */
export type Plant = (fixture: {
  files: Map<string, Uint8Array>
  miniApp: Anything
  integration: Anything
  code: Anything
}) => void

/** For a check by its claim: what is wrong, how it comes about, and what is said of it. */
type Contradiction = [claim: string, what: string, plant: Plant, fault: string]

const first = (delivery: { miniApp: Anything }) => delivery.miniApp.icons[0]
export const wrongPackages: Contradiction[] = [
  [
    "one version in both manifests and in the script that says hello",
    "an older hue-s.json",
    ({ integration }) => (integration.app.version = "0.0.9"),
    'version: declared "0.0.9"',
  ],
  [
    "one version in both manifests and in the script that says hello",
    "a number that is not the version's",
    ({ miniApp }) => (miniApp.version.code += 1),
    "version code: declared",
  ],
  [
    "one version in both manifests and in the script that says hello",
    "a script that says another",
    ({ miniApp, integration }) => {
      miniApp.version.name = integration.app.version = "9.9.9"
      miniApp.version.code = 90_909
    },
    "no script tells the host version 9.9.9",
  ],
  [
    "one id in both manifests, and the tokens' audience",
    "another audience",
    ({ integration }) => (integration.identity.audience = "other"),
    'audience: declared "other"',
  ],
  [
    "one id in both manifests, and the tokens' audience",
    "another app",
    ({ miniApp }) => (miniApp.app_id = "other"),
    "app: declared",
  ],
  [
    "the configuration names the declared service",
    "a service that is not declared",
    ({ files }) =>
      rewriteJson("pages/config.json", (config) => (config.api = "https://evil.example/api/v1"))(files),
    'in fact "https://evil.example"',
  ],
  [
    "the configuration names the declared service",
    "a host that is not declared",
    ({ files }) =>
      rewriteJson("pages/config.json", (config) => config.hostOrigins.push("https://evil.example"))(files),
    "hosts: declared []",
  ],
  [
    "the page's policy is the declared one",
    "a script of its own that is not in the policy",
    ({ files }) =>
      rewrite("pages/index.html", (html) => html.replace("</body>", "<script>1</script></body>"))(files),
    "policy: declared",
  ],
  [
    "the page's policy is the declared one",
    "a wider policy",
    ({ files }) =>
      rewrite("pages/index.html", (html) =>
        html.replace("connect-src 'self'", "connect-src 'self' https://evil.example"),
      )(files),
    "policy: declared",
  ],
  [
    "the page's policy is the declared one",
    "no policy",
    ({ files }) => rewrite("pages/index.html", (html) => html.replace(/<meta http-equiv[^>]*>/, ""))(files),
    "in fact {}",
  ],
  [
    "the page has nothing that no policy allows: handlers and styles in attributes",
    "a handler",
    ({ files }) =>
      rewrite("pages/index.html", (html) => html.replace('<div id="app"', '<div onclick="x()" id="app"'))(
        files,
      ),
    'onclick="…"',
  ],
  [
    "the page has nothing that no policy allows: handlers and styles in attributes",
    "a style",
    ({ files }) =>
      rewrite("pages/index.html", (html) => html.replace('<div id="app"', '<div style="color:red" id="app"'))(
        files,
      ),
    'style="…"',
  ],
  [
    "pages, and what they name, are there",
    "a page that is not",
    ({ miniApp }) => miniApp.pages.push("pages/more"),
    "pages/more.html is missing",
  ],
  [
    "pages, and what they name, are there",
    "a start that is not",
    ({ integration }) => (integration.start.packaged = "pages/start.html"),
    "pages/start.html is missing",
  ],
  [
    "pages, and what they name, are there",
    "a script that is not",
    ({ files }) => files.delete("app.js"),
    "app.js is missing",
  ],
  [
    "pages, and what they name, are there",
    "a script from elsewhere",
    ({ files }) =>
      rewrite("pages/index.html", (html) =>
        html.replace('src="../app.js"', 'src="https://cdn.example/app.js"'),
      )(files),
    "https://cdn.example/app.js is missing",
  ],
  [
    "icons are there, with the pixels that they are said to have",
    "another size",
    (fixture) => (first(fixture).sizes = "64x64"),
    'declared "64x64", in fact "48x48"',
  ],
  [
    "icons are there, with the pixels that they are said to have",
    "no icon",
    (fixture) => fixture.files.delete(first(fixture).src),
    "is no PNG",
  ],
  [
    "icons are there, with the pixels that they are said to have",
    "no PNG",
    (fixture) => fixture.files.set(first(fixture).src, new TextEncoder().encode("<svg/>".repeat(20))),
    "is no PNG",
  ],
  [
    "Vietnamese and English have the same texts",
    "one more in English",
    ({ files }) => rewriteJson("i18n/en.json", (texts) => (texts.more = "More"))(files),
    '"more"',
  ],
  [
    "Vietnamese and English have the same texts",
    "one less in English",
    ({ files }) => rewriteJson("i18n/en.json", (texts) => delete texts["app.name"])(files),
    "texts: declared",
  ],
  [
    "Vietnamese and English have the same texts",
    "no English",
    ({ files }) => files.delete("i18n/en.json"),
    "in fact null",
  ],
]

export const wrongBesideCode: Contradiction[] = [
  [
    "the version is package.json's",
    "another version",
    ({ code }) => (code.version = "0.2.0"),
    'in fact "0.2.0"',
  ],
  [
    "the id is the one that the page asks tokens for",
    "another id",
    ({ code }) => (code.appId = "other"),
    'in fact "other"',
  ],
  [
    "every bridge method in the scripts is declared",
    "a method that is not",
    ({ files }) => rewrite("app.js", (script) => `${script};x("nav.share")`)(files),
    "nav.share is not declared",
  ],
  [
    "every bridge method in the scripts is declared",
    "a method declared no more",
    ({ integration }) => integration.bridge.optional.pop(),
    "share.open is not declared",
  ],
  [
    "every bridge method in the scripts is declared",
    "another protocol",
    ({ integration }) => (integration.bridge.versions = [2]),
    "versions: declared [2]",
  ],
  [
    "every bridge method in the scripts is declared",
    "scripts without a bridge",
    ({ files }) => {
      for (const path of [...files.keys()]) if (path.endsWith(".js")) files.delete(path)
    },
    "no script speaks to a host",
  ],
  [
    "what the page wishes for is what is declared as optional",
    "a wish that is not declared",
    ({ code }) => code.wants.push("camera"),
    'in fact ["share","store","camera"]',
  ],
  [
    "claims asked for and read are the declared ones",
    "a claim that is read and not declared",
    ({ code }) => code.claims.optional.push("phone"),
    "optional claims: declared",
  ],
  [
    "claims asked for and read are the declared ones",
    "a claim that is demanded and declared as optional",
    ({ integration }) => (integration.identity.claims[0].required = false),
    "required claims: declared",
  ],
  [
    "claims asked for and read are the declared ones",
    "a wider scope",
    ({ code }) => code.scope.push("phone"),
    "scope: declared",
  ],
  [
    "claims asked for and read are the declared ones",
    "another way to sign",
    ({ code }) => code.algorithms.push("RS256"),
    "algorithms: declared",
  ],
  [
    "claims asked for and read are the declared ones",
    "longer tokens",
    ({ code }) => (code.maxLifeSeconds = 3600),
    "maxLifeSeconds: declared",
  ],
  [
    "times and limits are the code's",
    "another time",
    ({ code }) => (code.times.backMs = 500),
    "backMs: declared 300, in fact 500",
  ],
  [
    "times and limits are the code's",
    "another limit",
    ({ code }) => (code.limits.hostStoreBytes = 1),
    "hostStoreBytes: declared 32768, in fact 1",
  ],
  [
    "times and limits are the code's",
    "a time that is not declared",
    ({ integration }) => delete integration.lifecycle.splashMs,
    "splashMs: declared undefined",
  ],
]
