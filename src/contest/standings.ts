import type { ContestDefinition } from "./definition.ts"
import type { Unit } from "./vocabulary.ts"

/** What a unit did in one round. `correct`: the sum of correct answers over its counted entries. */
export type UnitRound = { readonly entrants: number; readonly correct: number }

/** A unit's line in the standings. Rates, quality and score are 0..1; null where they cannot be told. */
export type StandingsRow = {
  readonly unit: Unit
  /** Entries of the unit over all rounds so far. */
  readonly entrants: number
  /** Mean over the rounds of entrants ÷ headcount, each capped at 1. Null without a headcount. */
  readonly rate: number | null
  /** Mean over the entries of correct ÷ questions. Null without entries. */
  readonly quality: number | null
  readonly score: number | null
  /** 1 is best; null: listed, not ranked, for the reason given. */
  readonly rank: number | null
  readonly unrankedBecause: "headcount" | "too-few" | "low-rate" | null
  /** Among the league's prizes. */
  readonly awarded: boolean
}

/** Units of the given kinds, compared with each other for `prizes` prizes. */
export type League = {
  readonly kinds: readonly Unit["kind"][]
  readonly prizes: number
  readonly rows: StandingsRow[]
}

/**
 * The collective standings over the published rounds: participation and quality, weighted as the definition says, one
 * league for each of its collective prizes. `rounds`: for each published round, what each unit did, by unit id. Ties go to
 * more entrants, then to the name. Unranked units follow, by name. `questions`: of a paper.
 */
export function unitStandings(
  definition: Pick<ContestDefinition, "awards" | "standings" | "paper">,
  units: readonly Unit[],
  rounds: readonly ReadonlyMap<string, UnitRound>[],
): League[] {
  return definition.awards.collective.map(({ kinds, count }) => {
    const rows = units
      .filter(({ kind }) => kinds.includes(kind))
      .map((unit) => unrankedRow(definition, unit, rounds))
    const ranked = rows.filter(({ unrankedBecause }) => unrankedBecause === null).sort(byScore)
    const listed = rows.filter(({ unrankedBecause }) => unrankedBecause !== null).sort(byName)
    const placed = ranked.map((row, index) => ({ ...row, rank: index + 1, awarded: index < count }))
    return { kinds, prizes: count, rows: [...placed, ...listed] }
  })
}

function unrankedRow(
  { standings, paper }: Pick<ContestDefinition, "standings" | "paper">,
  unit: Unit,
  rounds: readonly ReadonlyMap<string, UnitRound>[],
): StandingsRow {
  const own = rounds.map((round) => round.get(unit.id) ?? { entrants: 0, correct: 0 })
  const entrants = own.reduce((sum, round) => sum + round.entrants, 0)
  const correct = own.reduce((sum, round) => sum + round.correct, 0)
  const { headcount = 0 } = unit
  const rate =
    headcount > 0 && own.length > 0
      ? own.reduce((sum, round) => sum + Math.min(1, round.entrants / headcount), 0) / own.length
      : null
  const quality = entrants > 0 ? correct / (entrants * paper.questions) : null
  const score =
    rate === null ? null : standings.participationWeight * rate + standings.qualityWeight * (quality ?? 0)
  const unrankedBecause =
    headcount <= 0
      ? "headcount"
      : rate === null || entrants < standings.minEntrants
        ? "too-few"
        : rate < standings.minRate
          ? "low-rate"
          : null
  return { unit, entrants, rate, quality, score, rank: null, unrankedBecause, awarded: false }
}

function byScore(a: StandingsRow, b: StandingsRow): number {
  return (b.score ?? 0) - (a.score ?? 0) || b.entrants - a.entrants || byName(a, b)
}

function byName(a: StandingsRow, b: StandingsRow): number {
  const [left, right] = [a.unit.name, b.unit.name]
  // By code unit, the same on every machine: a locale's collation depends on its version. Ids end what names leave.
  return left < right ? -1 : left > right ? 1 : a.unit.id < b.unit.id ? -1 : 1
}
