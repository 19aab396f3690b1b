import { phaseAt } from "../../contest/calendar.ts"
import type { Instant } from "../../contest/vocabulary.ts"
import type { Sql } from "../sql/sql.ts"
import { sqlContests } from "../store/sqlContests.ts"
import { sqlResults } from "../store/sqlResults.ts"

/** A round as `contest status` shows it. Counts are entries so far; `units` from the busiest. */
export type RoundStatus = {
  round: number
  phase: string
  papers: string[]
  entries: number
  late: number
  divisions: { division: string; entries: number }[]
  units: { unit: string; entries: number }[]
}

/** Where each round of a contest stands, or null where there is no such contest. Tells nothing of marks. */
export async function contestStatus(sql: Sql, contest: string, now: Instant): Promise<RoundStatus[] | null> {
  const stored = await sqlContests(sql).contest(contest)
  if (!stored) return null
  const published = await sqlResults(sql).publishedRounds(contest)
  const papers = await sqlContests(sql).papers(contest)
  type Row = { round: number; division: string; unit: string | null; entries: number; late: number }
  const rows = await sql.query<Row>(
    `select round, division, unit, count(*)::int as entries, (count(*) filter (where late))::int as late
     from entries where contest = $1 group by round, division, unit`,
    [contest],
  )
  const names = new Map(stored.units.map(({ id, name }) => [id, name]))
  return stored.definition.rounds.map((round) => {
    const own = rows.filter((row) => row.round === round.number)
    const sum = (of: (row: Row) => number) => own.reduce((total, row) => total + of(row), 0)
    return {
      round: round.number,
      phase: published.has(round.number) ? "published" : phaseAt(round, now),
      papers: papers.filter((paper) => paper.round === round.number).map(({ division }) => division),
      entries: sum(({ entries }) => entries),
      late: sum(({ late }) => late),
      divisions: grouped(own, ({ division }) => division).map(([division, entries]) => ({
        division,
        entries,
      })),
      units: grouped(own, ({ unit }) => (unit === null ? "(no unit)" : (names.get(unit) ?? unit))).map(
        ([unit, entries]) => ({ unit, entries }),
      ),
    }
  })
}

function grouped<Row extends { entries: number }>(
  rows: readonly Row[],
  by: (row: Row) => string,
): [string, number][] {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(by(row), (sums.get(by(row)) ?? 0) + row.entries)
  return [...sums].sort(([a, more], [b, most]) => most - more || a.localeCompare(b, "vi"))
}
