import type { Standings } from "../../contract/standings.ts"

export type League = Standings["leagues"][number]
export type StandingsRow = League["rows"][number]
export type Formula = Standings["formula"]

/** One unit's bar. `from` and `to`: per cent of the axis; the two parts stand end to end and reach the score. */
export type Bar = {
  id: string
  name: string
  rank: number
  awarded: boolean
  /** 0..1. */
  score: number
  participation: Span
  quality: Span
}
type Span = { from: number; to: number }

/** The chart of a league. `ticks`: points at the axis (0..100), the last one its end. */
export type Bars = { bars: Bar[]; ticks: number[] }

/**
 * `limit` ranked units of a league, after the first `skip`, as bars from zero, each made of what participation and quality
 * gave. The axis is the league's: it stays the same on every part of it.
 */
export function leagueBars({ rows }: League, formula: Formula, limit: number, skip = 0): Bars {
  const ranked = rows.filter(({ rank }) => rank !== null)
  const ticks = axisTicks(Math.max(0, ...ranked.map(({ score }) => 100 * (score ?? 0))))
  const end = ticks.at(-1) ?? 100
  const bars = ranked.slice(skip, skip + limit).map(({ unit, rank, awarded, rate, quality, score }) => {
    const seam = (10_000 * formula.participationWeight * (rate ?? 0)) / end
    const top = seam + (10_000 * formula.qualityWeight * (quality ?? 0)) / end
    return {
      id: unit.id,
      name: unit.name,
      rank: rank ?? 0,
      awarded,
      score: score ?? 0,
      participation: { from: 0, to: seam },
      quality: { from: seam, to: top },
    }
  })
  return { bars, ticks }
}

/** Round marks from 0 to the first one at or above `most` points, at most six of them. */
export function axisTicks(most: number): number[] {
  const step = [1, 2, 5, 10, 20].find((width) => width * 5 >= most) ?? 20
  const count = Math.max(1, Math.ceil(most / step))
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}
