import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { countAllCorrect, mark } from "../../src/contest/marking.ts"

const key = { q1: ["a"], q2: ["b", "c"], q3: "void" } as const

describe("marking", () => {
  it.each([
    [{ q1: "a", q2: "b", q3: "d" }, 3],
    [{ q1: "a", q2: "c", q3: "a" }, 3],
    [{ q1: "b", q2: "d", q3: "a" }, 1],
    [{}, 1],
    [{ q1: "a", other: "a" }, 2],
  ])("credits %j with %d", (answers, correct) => {
    expect(mark(answers, key)).toBe(correct)
  })

  it("does not credit what objects inherit", () => {
    expect(mark({ q1: "a" }, { toString: ["a"] })).toBe(0)
  })

  it("counts persons for N, however often and in whatever order their entries come", () => {
    const entry = fc.record({
      participant: fc.constantFrom("p", "q", "r", "s"),
      correct: fc.integer({ min: 13, max: 15 }),
    })
    fc.assert(
      fc.property(fc.array(entry), fc.integer({ min: 1, max: 3 }), (entries, times) => {
        const all = entries.filter(({ correct }) => correct === 15).map(({ participant }) => participant)
        const repeated = Array.from({ length: times }, () => entries)
          .flat()
          .reverse()
        expect(countAllCorrect(repeated, 15)).toBe(
          all.filter((person, index) => all.indexOf(person) === index).length,
        )
      }),
    )
  })
})
