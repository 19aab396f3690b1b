import { describe, expect, it } from "vitest"
import { keepsBudget, median, percentile, type Table } from "./benchmark.ts"
import { readArguments } from "./readArguments.ts"
import { tableText } from "./tableText.ts"

const table: Table = {
  about: ["PostgreSQL 15, 16 clients"],
  rows: [
    { name: "beside", figures: [{ name: "speed", value: 2345.6, unit: "rows/s" }] },
    {
      name: "ours",
      figures: [
        { name: "speed", value: 1500, unit: "rows/s" },
        { name: "p99", value: 12.345, unit: "ms" },
      ],
    },
  ],
  ratios: [
    { name: "ours ÷ beside", value: 0.6395, budget: { atLeast: 0.5 } },
    { name: "lost", value: 0.01, budget: { atMost: 0 } },
    { name: "reads ÷ writes", value: 3 },
  ],
}

describe("a benchmark's table", () => {
  it("prints figures in columns and every ratio with its budget", () => {
    expect(tableText("service", table).split("\n")).toEqual([
      "SERVICE",
      "PostgreSQL 15, 16 clients",
      "",
      "        speed (rows/s)  p99 (ms)",
      "beside           2,346",
      "ours             1,500      12.3",
      "",
      "ratios of this run         budget",
      "ours ÷ beside       0.639   ≥ 0.5    kept",
      "lost                 0.01     ≤ 0  MISSED",
      "reads ÷ writes          3",
      "",
    ])
  })

  it("misses a budget by what is worse or was not measured, and never without one", () => {
    expect(table.ratios.map(keepsBudget)).toEqual([true, false, true])
    expect(keepsBudget({ name: "exactly", value: 0.5, budget: { atLeast: 0.5 } })).toBe(true)
    expect(keepsBudget({ name: "nothing", value: Number.NaN, budget: { atMost: 1 } })).toBe(false)
    expect(keepsBudget({ name: "by nothing", value: Number.POSITIVE_INFINITY, budget: { atLeast: 1 } })).toBe(
      false,
    )
  })
})

describe("the figures of repeated rounds", () => {
  it("are their median and percentiles, whatever their order", () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([4, 1, 2, 100])).toBe(3)
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect([0.5, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([50, 99, 100])
    expect(() => median([])).toThrow(RangeError)
  })
})

describe("the command", () => {
  it("runs all benchmarks, or those named, in their order", () => {
    const known = ["load", "service", "ranking"]
    expect(readArguments([], known)).toEqual({ names: known, json: false, check: false })
    expect(readArguments(["ranking", "--check", "load"], known)).toEqual({
      names: ["load", "ranking"],
      json: false,
      check: true,
    })
    expect(() => readArguments(["--fast"], known)).toThrow('no "--fast": [load | service | ranking]')
  })
})
