import { expect, inject, it } from "vitest"
import { chaosInChromium } from "./chromium/chaosInChromium.ts"
import { complaintsAbout } from "./report.ts"

it("60 phones in Chromium, 12 faults each: no entry lost, doubled, altered or stuck, no false „đã nhận“", async () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  const report = await chaosInChromium({ phones: 60, seed, executablePath: inject("chromium") })
  // The seed is in the report.
  expect(complaintsAbout(report, 12), JSON.stringify(report)).toEqual([])
  expect(report.phones).toBe(60)
}, 900_000)
