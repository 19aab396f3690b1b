import type { Browser } from "playwright-core"
import { afterAll, beforeAll } from "vitest"
import { launchBrowser } from "./browser.ts"

/** What serves pages: `origin` without trailing slash. */
type Server = { origin: string; stop(): unknown }

/** For the tests of one file, while they run: a server of their own and a browser. Both are there in what is begun later. */
export function serverAndBrowser<S extends Server>(
  start: () => Promise<S>,
): {
  readonly server: S
  readonly origin: string
  readonly browser: Browser
} {
  let server: S
  let browser: Browser
  beforeAll(async () => {
    server = await start()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  return {
    get server() {
      return server
    },
    get origin() {
      return server.origin
    },
    get browser() {
      return browser
    },
  }
}
