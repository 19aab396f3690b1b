import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { serveStatic } from "@hono/node-server/serve-static"
import { Hono } from "hono"
import type * as v from "valibot"
import type { clientConfigSchema } from "../contract/clientConfigSchema.ts"
import { apiBase } from "../contract/routes.ts"
import { frontPage } from "./frontPage.ts"

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

/** The pages as built. `routes`: serves them, the first with the state of its contest, the ward's board among them; with `demo`, host page, gallery and bridge check beside the mini-app. */
export const builtPages = {
  app: `${dist}app/index.html`,
  routes({ demo, front }: { demo: boolean; front?: Front }): Hono {
    const pages = new Hono()
    if (front) pages.get("/", frontPage({ ...front, html: readFileSync(builtPages.app, "utf8") }))
    if (demo) {
      for (const page of ["host", "gallery"]) {
        pages.get(`/${page}`, (c) => c.redirect(`/${page}/`))
        pages.get(`/${page}/*`, served({ root: `${dist}demo` }))
      }
      pages.get("/bridge-check", (c) => c.redirect("/bridge-check/"))
      pages.get("/bridge-check/", served({ root: `${dist}demo`, path: "host/bridge-check.html" }))
      // Integrators try their own pages against the demo: the module comes from another origin there.
      pages.get("/hues-host-kit.js", served({ root: `${dist}demo`, onFound: forEveryone }))
      pages.get("/demo-assets/*", served({ root: `${dist}demo`, onFound: immutable }))
    }
    pages.get("/board", (c) => c.redirect("/board/"))
    pages.get("/board/poster", served({ root: `${dist}app`, path: "board/poster.html" }))
    pages.get("/board/assets/*", served({ root: `${dist}app`, onFound: immutable }))
    pages.get("/assets/*", served({ root: `${dist}app`, onFound: immutable }))
    pages.get("/*", served({ root: `${dist}app` }))
    return pages
  },
}

/** What the front page needs beside its HTML. */
type Front = Omit<Parameters<typeof frontPage>[0], "html">

/** Files as built; those that the build has compressed beforehand go out as they lie there. */
function served(options: NonNullable<Parameters<typeof serveStatic>[0]>) {
  return serveStatic({ ...options, precompressed: true })
}

// Their names carry a hash of their content.
function immutable(_: string, c: { header(name: string, value: string): void }): void {
  c.header("cache-control", "public, max-age=31536000, immutable")
}

function forEveryone(_: string, c: { header(name: string, value: string): void }): void {
  c.header("access-control-allow-origin", "*")
}
