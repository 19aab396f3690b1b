import { unitStandings } from "../../../contest/standings.ts"
import { canonicalJson } from "../../../contract/canonicalJson.ts"
import type { Bundle } from "./bundle.ts"
import { Disagreement, mustAgree } from "./disagreement.ts"

/**
 * The standings' arithmetic on the published totals of each unit. No more can be checked from outside: the ledger names no
 * unit, because unit and time would point at a person.
 */
export function verifyStandings({ contest, standings }: Bundle): void {
  const totals = standings.rounds.map(
    (_, at) =>
      new Map(
        standings.leagues
          .flatMap(({ rows }) => rows)
          .map(({ unit, perRound }) => [unit.id, perRound[at] ?? { entrants: 0, correct: 0 }]),
      ),
  )
  const leagues = unitStandings(contest, contest.units, totals)
  mustAgree("standings, number of leagues", standings.leagues.length, leagues.length)
  for (const [number, league] of leagues.entries()) {
    const published = standings.leagues[number]?.rows ?? []
    mustAgree(`standings, league ${number + 1}, number of units`, published.length, league.rows.length)
    for (const [place, { unit, ...row }] of league.rows.entries()) {
      const where = `standings, league ${number + 1}, row ${place + 1} (${unit.name})`
      const line = published[place]
      if (!line) throw new Disagreement(where, "is missing")
      mustAgree(`${where}, unit`, line.unit.id, unit.id)
      mustAgree(`${where}, headcount`, line.unit.headcount, unit.headcount)
      const { unit: _, perRound: __, ...figures } = line
      mustAgree(where, canonicalJson(figures), canonicalJson(row))
    }
  }
}
