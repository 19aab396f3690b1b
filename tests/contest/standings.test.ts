import { describe, expect, it } from "vitest"
import { type UnitRound, unitStandings } from "../../src/contest/standings.ts"
import type { Unit } from "../../src/contest/vocabulary.ts"
import { sampleDefinition } from "./sampleDefinition.ts"

const definition = {
  ...sampleDefinition(),
  awards: {
    ...sampleDefinition().awards,
    collective: [
      { kinds: ["agency" as const], count: 2 },
      { kinds: ["locality" as const], count: 1 },
    ],
  },
}
const unit = (id: string, headcount?: number, kind: Unit["kind"] = "agency"): Unit => ({
  id,
  name: id.toUpperCase(),
  kind,
  ...(headcount === undefined ? {} : { headcount }),
})
const round = (done: Record<string, [entrants: number, correct: number]>): Map<string, UnitRound> =>
  new Map(Object.entries(done).map(([id, [entrants, correct]]) => [id, { entrants, correct }]))
const league = (units: Unit[], ...rounds: Map<string, UnitRound>[]) =>
  unitStandings(definition, units, rounds)[0]?.rows ?? []

describe("unit standings", () => {
  it("weigh the mean rate of the rounds by 0.6 and the quality by 0.4", () => {
    const [row] = league([unit("a", 40)], round({ a: [20, 20 * 15] }), round({ a: [10, 10 * 6] }))
    expect(row?.rate).toBeCloseTo((20 / 40 + 10 / 40) / 2, 12)
    expect(row?.quality).toBeCloseTo((300 + 60) / (30 * 15), 12)
    expect(row?.score).toBeCloseTo(0.6 * 0.375 + 0.4 * 0.8, 12)
  })
  it("cap a round's rate at 100 %, so that one round cannot make up for another", () => {
    const [row] = league([unit("a", 10)], round({ a: [30, 450] }), round({}))
    expect(row?.rate).toBe(0.5)
  })
  it("list without rank who has no headcount, too few entrants or too low a rate", () => {
    const strict = { ...definition, standings: { ...definition.standings, minRate: 0.1 } }
    const units = [unit("none"), unit("zero", 0), unit("few", 20), unit("low", 1000), unit("fine", 20)]
    const done = round({ none: [50, 750], zero: [50, 750], few: [9, 135], low: [50, 750], fine: [10, 0] })
    const rows = unitStandings(strict, units, [done])[0]?.rows
    expect(rows?.map(({ unit: { id }, rank, unrankedBecause }) => [id, rank, unrankedBecause])).toEqual([
      ["fine", 1, null],
      ["few", null, "too-few"],
      ["low", null, "low-rate"],
      ["none", null, "headcount"],
      ["zero", null, "headcount"],
    ])
  })
  it("break ties by more entrants, then by name, and give the league's prizes", () => {
    const units = [unit("c", 100), unit("a", 10), unit("b", 10)]
    const rows = league(units, round({ a: [10, 150], b: [10, 150], c: [100, 1500] }))
    expect(rows.map(({ unit: { id }, awarded }) => [id, awarded])).toEqual([
      ["c", true],
      ["a", true],
      ["b", false],
    ])
  })
  it("compare a kind only with its own league", () => {
    const leagues = unitStandings(
      definition,
      [unit("a", 10), unit("w", 10, "locality")],
      [round({ a: [10, 15], w: [10, 150] })],
    )
    expect(leagues.map(({ rows }) => rows.map(({ unit: { id }, rank }) => `${id}${rank}`))).toEqual([
      ["a1"],
      ["w1"],
    ])
  })
  it("stand without any round yet", () => {
    expect(league([unit("a", 10)])).toMatchObject([{ rate: null, quality: null, score: null, rank: null }])
  })
})
