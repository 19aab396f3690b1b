import { existsSync } from "node:fs"
import { chromium } from "playwright-core"
import { builtPages } from "../../../src/service/site.ts"
import { quietArguments } from "../../chaos/chromium/device.ts"
import { findChromium } from "../../setup/findChromium.ts"
import type { Benchmark } from "../benchmark.ts"
import { bundleProbe } from "./bundleProbe.ts"
import { loadTable } from "./loadTable.ts"
import { measureLoad, type Rounds } from "./measureLoad.ts"
import { serveBoth } from "./serveBoth.ts"
import { workerLine } from "./workerLine.ts"

const rounds: Rounds = { slow4g: 21, edge2g: 3, taps: 5 }

/** How long the built app takes to open, beside a form without any framework. Needs `npm run build` and Chromium. */
export const benchLoad: Benchmark = async (progress) => {
  if (!existsSync(builtPages.app)) throw new Error("the mini-app is not built; run npm run build first")
  const both = await serveBoth()
  const browser = await chromium.launch({ executablePath: findChromium(), args: quietArguments })
  try {
    const around = {
      both,
      browser,
      probe: await bundleProbe(),
      setWorkerLine: await workerLine(browser),
    }
    return loadTable(await measureLoad(around, rounds, progress))
  } finally {
    await browser.close()
    await both.stop()
  }
}
