import { createHash } from "node:crypto"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { drawOf } from "../../src/contest/draw.ts"
import { type RankingRules, rank, rankKey, rankKeyAround } from "../../src/contest/ranking.ts"
import type { MarkedEntry } from "../../src/contest/vocabulary.ts"

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")
const rules = (order: RankingRules["order"], allCorrect = 5945): RankingRules => ({
  order,
  questions: 15,
  allCorrect,
  draw: (code) => drawOf("5".repeat(64), "7".repeat(64), code, sha256),
})
const predictionFirst = rules(["correct", "prediction", "received", "draw"])
const timeFirst = rules(["correct", "received", "prediction", "draw"])
const entry = (
  code: string,
  correct: number,
  prediction: number,
  receivedAtSeconds: number,
  late = false,
): MarkedEntry => ({
  code,
  correct,
  prediction,
  receivedAtSeconds,
  late,
})
const codes = (entries: MarkedEntry[]) => entries.map(({ code }) => code).join(" ")

describe("ranking", () => {
  const table = [
    entry("slow-exact", 15, 5945, 900),
    entry("quick-far", 15, 100, 10),
    entry("quick-near", 15, 6000, 20),
    entry("below-by-55", 15, 5890, 30),
    entry("late-exact", 15, 5945, 5, true),
    entry("fourteen", 14, 5945, 1),
  ]
  it("puts the nearer prediction before the earlier arrival by default", () => {
    expect(codes(rank(table, predictionFirst))).toBe(
      "slow-exact late-exact quick-near below-by-55 quick-far fourteen",
    )
  })
  it("puts the earlier arrival first where the definition says so, late ones behind", () => {
    expect(codes(rank(table, timeFirst))).toBe(
      "quick-far quick-near below-by-55 slow-exact late-exact fourteen",
    )
  })
  it("breaks what is left by the draw", () => {
    const twins = ["a", "b", "c", "d"].map((code) => entry(code, 15, 5945, 60))
    const byDraw = [...twins].sort((x, y) =>
      predictionFirst.draw(x.code) < predictionFirst.draw(y.code) ? -1 : 1,
    )
    expect(codes(rank(twins, predictionFirst))).toBe(codes(byDraw))
    expect(codes(byDraw)).not.toBe("a b c d")
  })

  const anyEntry = fc.record({
    code: fc.stringMatching(/^[0-9A-Z]{4}$/),
    correct: fc.integer({ min: 0, max: 15 }),
    prediction: fc.integer({ min: 0, max: 999_999 }),
    receivedAtSeconds: fc.integer({ min: 0, max: 2 ** 33 }),
    late: fc.boolean(),
  })
  const anyEntries = fc.uniqueArray(anyEntry, { selector: ({ code }) => code, maxLength: 40 })

  it("gives the same list in whatever order entries arrive", () => {
    fc.assert(
      fc.property(
        anyEntries.chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
        ),
        fc.constantFrom(predictionFirst, timeFirst),
        ([entries, shuffled], by) => {
          expect(codes(rank(shuffled, by))).toBe(codes(rank(entries, by)))
        },
      ),
    )
  })
  it("is a total order: distinct codes never tie, and key by key the better one comes first", () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const ranked = rank(entries, predictionFirst)
        expect(new Set(ranked.map((one) => rankKey(one, predictionFirst))).size).toBe(entries.length)
        for (const [index, better] of ranked.entries()) {
          const worse = ranked[index + 1]
          if (!worse) continue
          const difference = [
            worse.correct - better.correct,
            Math.abs(better.prediction - 5945) - Math.abs(worse.prediction - 5945),
            Number(better.late) - Number(worse.late),
            better.receivedAtSeconds - worse.receivedAtSeconds,
          ].find((part) => part !== 0)
          expect(difference ?? -1).toBeLessThan(0)
        }
      }),
    )
  })
  it("is the same by what stands around the prediction, with N known only afterwards", () => {
    const withoutPrediction = rules(["correct", "received", "draw"])
    fc.assert(
      fc.property(
        anyEntries,
        fc.constantFrom(predictionFirst, timeFirst, withoutPrediction),
        fc.integer({ min: 0, max: 999_999 }),
        (entries, { allCorrect: _, ...known }, allCorrect) => {
          const plain = (a: string | number, b: string | number) => (a < b ? -1 : Number(a > b))
          const error = ({ prediction }: { prediction: number }) => Math.abs(prediction - allCorrect)
          const sorted = entries
            .map(({ code, ...figures }) => ({ code, ...rankKeyAround({ code, ...figures }, known) }))
            .sort((a, b) => plain(a.before, b.before) || plain(error(a), error(b)) || plain(a.after, b.after))
          expect(sorted.map(({ code }) => code).join(" ")).toBe(
            codes(rank(entries, { ...known, allCorrect })),
          )
        },
      ),
    )
  })
  it("refuses figures outside its bounds instead of ranking them wrong", () => {
    expect(() => rankKey(entry("x", 16, 0, 0), predictionFirst)).toThrow(RangeError)
    expect(() => rankKey(entry("x", 15, 1e10, 0), predictionFirst)).toThrow(RangeError)
    expect(() => rankKey(entry("x", 15, 0, 0.5), predictionFirst)).toThrow(RangeError)
  })
})
