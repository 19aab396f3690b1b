import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath, pathToFileURL } from "node:url"
import { serveStatic } from "@hono/node-server/serve-static"
import { Hono } from "hono"
import type * as v from "valibot"
import type { clientConfigSchema } from "../contract/clientConfigSchema.ts"
import { apiBase } from "../contract/routes.ts"
import { frontPage } from "./frontPage.ts"
import type { Directives } from "./pageSecurity/contentSecurityPolicy.ts"
import { declaredPolicy } from "./pageSecurity/declaredPolicy.ts"
import { pagePolicy } from "./pageSecurity/pageHeaders.ts"
import { wholePage } from "./wholePage.ts"

const dist = fileURLToPath(new URL("../../dist/", import.meta.url))

/** `config.json` of pages that the service itself serves. */
export function clientConfig(
  own: Pick<
    v.InferInput<typeof clientConfigSchema>,
    "contest" | "hostOrigins" | "hostLink" | "allowLoopbackHosts"
  >,
): v.InferInput<typeof clientConfigSchema> {
  return { api: apiBase, ...own }
}

/** `front`: what the first page needs beside its HTML; without it that goes out as built. */
type PageParts = {
  demo: boolean
  hostOrigins: readonly string[]
  front?: Omit<Parameters<typeof frontPage>[0], "html" | "whole">
}

/**
 * The pages as built. `routes`: serves them under the policy of the mini-app's manifest, the first with the state of its
 * contest, the ward's board among them; with `demo`, host page, gallery and bridge check beside the mini-app.
 * `hostOrigins`: exact origins of pages that may frame them.
 */
export const builtPages = {
  app: `${dist}app/index.html`,
  routes({ demo, hostOrigins, front }: PageParts): Hono {
    const pages = new Hono()
    const html = readFileSync(builtPages.app, "utf8")
    const whole = wholePage(html, (file) => readFileSync(`${dist}app/${file}`, "utf8"))
    const policy = declaredPolicy(`${dist}app/`, whole)
    // The demo's host page is served beside the app, under whatever name the browser came by.
    const ancestors = demo ? ["'self'", ...hostOrigins] : hostOrigins
    pages.use(pagePolicy(policy, ancestors))
    if (demo) pages.route("/", demoPages(policy, ancestors))
    if (front) pages.get("/", frontPage({ ...front, html, whole, draw: drawHome() }))
    pages.get("/board", (c) => c.redirect("/board/"))
    pages.get("/board/poster", served({ root: `${dist}app`, path: "board/poster.html" }))
    pages.get("/board/assets/*", served({ root: `${dist}app`, onFound: immutable }))
    pages.get("/assets/*", served({ root: `${dist}app`, onFound: immutable }))
    pages.get("/icons/*", served({ root: `${dist}app`, onFound: forADay }))
    pages.get("/*", served({ root: `${dist}app`, onFound: asItsName }))
    return pages
  },
}

/** The built program that draws the app's first screen. Throws where it is not built. */
function drawHome(): Promise<(state: object) => string> {
  const file = `${dist}home/homeMarkup.js`
  if (!existsSync(file)) throw new Error(`${file} is not built; run npm run build first`)
  return import(pathToFileURL(file).href).then(({ homeMarkup }) => homeMarkup)
}

// The QA's tools write scripts of their own into frames. They come with the demo only, where anyone may be anyone.
const toolPolicy: Directives = { "object-src": ["'none'"], "base-uri": ["'none'"], "form-action": ["'none'"] }

function demoPages(appPolicy: Directives, ancestors: readonly string[]): Hono {
  const pages = new Hono()
  const tools = pagePolicy(toolPolicy, ancestors)
  for (const page of ["host", "gallery", "bridge-check"]) pages.use(`/${page}/*`, tools)
  // The frame of a phone becomes the app, by writing its page into itself: what the app breaks there, it breaks anywhere.
  const trusted = [...(appPolicy["trusted-types"] ?? []), "hue-s-phone"]
  const phone = pagePolicy({ ...appPolicy, "trusted-types": trusted }, ancestors)
  const opensApp = (address = "/") => /^\/(index\.html)?([?#]|$)/.test(address)
  pages.use("/host/frame.html", (c, next) => (opensApp(c.req.query("open")) ? phone : tools)(c, next))
  pages.use("/host/in-page.html", pagePolicy(appPolicy, ancestors))
  for (const page of ["host", "gallery"]) {
    pages.get(`/${page}`, (c) => c.redirect(`/${page}/`))
    pages.get(`/${page}/*`, served({ root: `${dist}demo` }))
  }
  pages.get("/bridge-check", (c) => c.redirect("/bridge-check/"))
  pages.get("/bridge-check/", served({ root: `${dist}demo`, path: "host/bridge-check.html" }))
  // Integrators try their own pages against the demo: the module comes from another origin there.
  pages.get("/hues-host-kit.js", served({ root: `${dist}demo`, onFound: forEveryone }))
  pages.get("/demo-assets/*", served({ root: `${dist}demo`, onFound: immutable }))
  return pages
}

/** Files as built; those that the build has compressed beforehand go out as they lie there. */
function served(options: NonNullable<Parameters<typeof serveStatic>[0]>) {
  return serveStatic({ ...options, precompressed: true })
}

// Their names carry a hash of their content.
function immutable(_: string, c: { header(name: string, value: string): void }): void {
  c.header("cache-control", "public, max-age=31536000, immutable")
}

// A browser may guess otherwise, from a file's age, that an old page with an old policy is still good.
function askedAgain(_: string, c: { header(name: string, value: string): void }): void {
  c.header("cache-control", "no-cache")
}

// The second script lies among the rest. Told by its file, not by a pattern of its own: with that among them Hono looks up
// every route the slow way.
function asItsName(file: string, c: { header(name: string, value: string): void }): void {
  const keep = /\bports-[\w-]+\.js/.test(file) ? immutable : askedAgain
  keep(file, c)
}

// Browsers want it again at every screen.
function forADay(_: string, c: { header(name: string, value: string): void }): void {
  c.header("cache-control", "public, max-age=86400")
}

function forEveryone(_: string, c: { header(name: string, value: string): void }): void {
  c.header("access-control-allow-origin", "*")
}
