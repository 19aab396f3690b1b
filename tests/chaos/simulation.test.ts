import { expect, it } from "vitest"
import { complaintsAbout } from "./report.ts"
import { simulate } from "./simulation/simulate.ts"

it("the same seed gives the same trace, to the bit, and another one another", async () => {
  const [first, again, other] = [
    await simulate(25, 20241029),
    await simulate(25, 20241029),
    await simulate(25, 7),
  ]
  expect(first.traceHash).toBe(again.traceHash)
  expect(first.report).toEqual(again.report)
  expect(other.traceHash).not.toBe(first.traceHash)
})

it("2,000 phones, 20 faults each: no entry lost, doubled, altered or stuck, no false „đã nhận“", async () => {
  const { report, counterexample } = await simulate(2000, Math.floor(Math.random() * 2 ** 31))
  // The seed is in the report, the shortest story that goes wrong in the counterexample.
  expect({ complaints: complaintsAbout(report, 20), counterexample }, JSON.stringify(report)).toEqual({
    complaints: [],
    counterexample: null,
  })
  expect(report.phones).toBe(2000)
}, 600_000)
