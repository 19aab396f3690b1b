import { type UnitRound, unitStandings } from "../contest/standings.ts"
import type { ContestView } from "../contract/contestView.ts"
import type { Standings } from "../contract/standings.ts"

/** Headcount and, for round 1, entrants and their correct answers, by unit. */
const figures: Record<string, [headcount: number | undefined, entrants: number, correct: number]> = {
  "phuong-vy-da": [7200, 1244, 15_871],
  "phuong-thuan-hoa": [6400, 1510, 18_905],
  "phuong-kim-long": [8100, 7, 81],
  "so-tttt": [88, 85, 1190],
  "so-y-te": [65, 51, 690],
  "so-gddt": [undefined, 40, 501],
}

/** Standings after round 1, in two leagues; computed by the contest's own rules. */
export function sampleStandings(contest: ContestView): Standings {
  const collective = [
    { kinds: ["agency" as const], count: 1 },
    { kinds: ["locality" as const], count: 2 },
  ]
  const units = contest.units.map((unit) => ({ ...unit, headcount: figures[unit.id]?.[0] }))
  const round = new Map<string, UnitRound>(
    Object.entries(figures).map(([id, [, entrants, correct]]) => [id, { entrants, correct }]),
  )
  const leagues = unitStandings({ ...contest, awards: { ...contest.awards, collective } }, units, [round])
  return {
    contest: contest.id,
    asOf: "2024-11-06T16:30:00+07:00",
    rounds: [1],
    formula: { ...contest.standings, headcountAsOf: "2024-10-01" },
    leagues: leagues.map((league) => ({
      ...league,
      kinds: [...league.kinds],
      rows: league.rows.map(({ unit, ...row }) => ({
        ...row,
        unit: {
          id: unit.id,
          name: unit.name,
          ...(unit.headcount === undefined ? {} : { headcount: unit.headcount }),
        },
        perRound: [round.get(unit.id) ?? { entrants: 0, correct: 0 }],
      })),
    })),
  }
}
