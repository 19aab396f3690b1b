import { setTimeout as pause } from "node:timers/promises"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { hostObject } from "./hostObject.ts"
import { conditionsOf, type Line, unlimited } from "./line.ts"
import { type Opening, openAndAnswer } from "./opening.ts"
import type { Step } from "./page/step.ts"
import type { LoadedPage } from "./pages.ts"
import type { Both } from "./serveBoth.ts"

/** A new window loads hundreds of files for the browser's own address line, for half a second or more: no phone does. */
const windowMs = 1500

/** What all phones share. `setWorkerLine`: the network of their service workers. */
export type Surroundings = {
  browser: Browser
  both: Both
  probe: (steps: readonly Step[]) => string
  setWorkerLine: (line: Line) => Promise<void>
}

/** A phone that has never been here: empty caches, no worker, a citizen of its own. */
export async function freshPhone({ browser, both, probe, setWorkerLine }: Surroundings, loaded: LoadedPage) {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: "vi-VN",
    hasTouch: true,
  })
  await context.addInitScript(hostObject(await both.newToken()))

  return {
    /** Opens the page once more, on this line. The page stays open for what comes next. `arrived`: at the server. */
    async open(
      line: Line,
      steps: readonly Step[],
    ): Promise<{ page: Page; opening: Opening; arrived: string[] }> {
      const page = await context.newPage()
      await page.addInitScript(probe(steps))
      await setWorkerLine(line)
      await pause(windowMs)
      const before = both.arrived.length
      const opening = await openAndAnswer(page, both.origin + loaded.path, line)
      return { page, opening, arrived: both.arrived.slice(before) }
    },
    /** Lets a worker get all it wants, then stops it and closes the page, as phones do between two openings. */
    async putAway(page: Page): Promise<void> {
      const control = await context.newCDPSession(page)
      await control.send("Network.emulateNetworkConditions", conditionsOf(unlimited))
      await control.send("Emulation.setCPUThrottlingRate", { rate: 1 })
      await setWorkerLine(unlimited)
      if (loaded.hasWorker) {
        await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
        await control.send("ServiceWorker.enable")
        await control.send("ServiceWorker.stopAllWorkers")
      }
      await page.close()
    },
    close: () => context.close(),
  }
}
