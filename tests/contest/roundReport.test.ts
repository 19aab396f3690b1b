import fc from "fast-check"
import { expect, it } from "vitest"
import { reportRound } from "../../src/contest/roundReport.ts"

it("sorts 15-question papers into the published bands at their exact borders", () => {
  expect(reportRound([15, 14, 12, 11, 4, 3, 0], 15)).toEqual({
    entrants: 7,
    allCorrect: 1,
    atLeast75: 2,
    from25To75: 2,
    below25: 2,
    noneRight: 1,
  })
})

it("puts every entrant into exactly one band", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 15 })), (corrects) => {
      const report = reportRound(corrects, 15)
      expect(report.allCorrect + report.atLeast75 + report.from25To75 + report.below25).toBe(corrects.length)
      expect(report.noneRight).toBeLessThanOrEqual(report.below25)
    }),
  )
})
