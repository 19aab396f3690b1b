import type { Browser } from "playwright-core"
import { afterAll, beforeAll } from "vitest"
import { launchBrowser } from "./browser.ts"
import { startDemoServer } from "./demoServer.ts"

/** For the tests of one file, while they run: a demo of their own, at `origin` without trailing slash, and a browser. */
export function demoAndBrowser(): { readonly origin: string; readonly browser: Browser } {
  let demo: Awaited<ReturnType<typeof startDemoServer>>
  let browser: Browser
  beforeAll(async () => {
    demo = await startDemoServer()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  })
  return {
    get origin() {
      return demo.origin
    },
    get browser() {
      return browser
    },
  }
}
