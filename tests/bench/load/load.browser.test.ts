import { beforeAll, describe, expect, it } from "vitest"
import { serverAndBrowser } from "../../browser/serverAndBrowser.ts"
import { bundleProbe } from "./bundleProbe.ts"
import { slow4g, unlimited } from "./line.ts"
import { appPage, floorForm } from "./pages.ts"
import { freshPhone, type Surroundings } from "./phone.ts"
import { serveBoth } from "./serveBoth.ts"
import { tapThroughQuestions } from "./taps.ts"
import { visit } from "./visit.ts"
import { workerLine } from "./workerLine.ts"

const the = serverAndBrowser(() => serveBoth())
let around: Surroundings
beforeAll(async () => {
  const { server: both, browser } = the
  around = { both, browser, probe: await bundleProbe(), setWorkerLine: await workerLine(browser) }
})

describe("the load benchmark", () => {
  it("walks the app to its first answer on a new phone, on one that knows it, and without network", async () => {
    const { cold, warm, offline, arrived } = await visit(around, appPage, slow4g)
    for (const { usableMs, answeredMs } of [cold, warm, offline ?? cold])
      expect(answeredMs).toBeGreaterThan(usableMs)
    expect(cold.requests).toBeGreaterThan(warm.requests)
    expect(cold.bytes).toBeGreaterThan(10_000)
    expect(offline).toMatchObject({ requests: 0, bytes: 0 })
    expect(arrived).toEqual([])
  })

  it("taps through the floor's questions, and the service takes its entry", async () => {
    const phone = await freshPhone(around, floorForm)
    const { page, opening } = await phone.open(unlimited, floorForm.first)
    expect(opening.requests).toBe(1)
    const taps = await tapThroughQuestions(page, floorForm, the.server.questions)
    expect(taps).toHaveLength(2 * the.server.questions)
    await page.getByRole("spinbutton").fill("1250")
    await page.getByRole("checkbox").check()
    await page.getByRole("button").click()
    await page.getByText(/Mã bài HS1-[0-9A-Z-]{11}/).waitFor()
    await phone.close()
  })
})
