import { describe, expect, it } from "vitest"
import { allocateAwards } from "../../src/contest/awards.ts"

const prizes = [
  { id: "first", name: "Giải Nhất", count: 1, requiresAllCorrect: true },
  { id: "second", name: "Giải Nhì", count: 2, requiresAllCorrect: false },
]
const ranked = (...corrects: number[]) =>
  corrects.map((correct, index) => ({ code: `e${index + 1}`, correct }))
const given = (entries: { code: string; correct: number }[], mayWin?: (entry: { code: string }) => boolean) =>
  allocateAwards(entries, prizes, 15, mayWin).map(
    ({ prize, entry, rank }) => `${prize.id}:${entry?.code ?? "none"}:${rank ?? "-"}`,
  )

describe("awards", () => {
  it("go down the ranking", () => {
    expect(given(ranked(15, 15, 14, 13))).toEqual(["first:e1:1", "second:e2:2", "second:e3:3"])
  })
  it("leave the first prize unawarded rather than give it below all correct", () => {
    expect(given(ranked(14, 14, 13))).toEqual(["first:none:-", "second:e1:1", "second:e2:2"])
  })
  it("stay unawarded where entrants run out", () => {
    expect(given(ranked(15))).toEqual(["first:e1:1", "second:none:-", "second:none:-"])
  })
  it("pass over who may not win, without moving ranks", () => {
    expect(given(ranked(15, 15, 15, 14), ({ code }) => code !== "e1")).toEqual([
      "first:e2:2",
      "second:e3:3",
      "second:e4:4",
    ])
  })
})
