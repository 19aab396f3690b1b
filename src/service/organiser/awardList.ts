import type { Sql } from "../sql/sql.ts"
import { sqlContests } from "../store/sqlContests.ts"

/** One line of the decision's annex: with the full name, which is published nowhere. */
export type AwardLine = {
  division: string
  prize: string
  name: string
  unit: string
  /** "declared": the organiser checks unit and division; the host did not vouch for them. */
  place: "signed" | "declared"
  code: string
  correct: number
  prediction: number
  receivedAt: Date
  rank: number
}

/** The winners of a published round's newest revision, prizes in the definition's order; null where nothing is published. */
export async function awardList(sql: Sql, contest: string, round: number): Promise<AwardLine[] | null> {
  const stored = await sqlContests(sql).contest(contest)
  type Row = Omit<AwardLine, "place" | "unit" | "name"> & {
    unit: string | null
    name: string | null
    declared: boolean
  }
  const rows = await sql.query<Row>(
    `select m.division, m.award as prize, p.name, e.unit, coalesce(p.declared, true) as declared, e.code, m.correct,
            e.prediction, e.received_at as "receivedAt", m.rank
     from marks m join entries e using (contest, round, person) left join participants p using (contest, person)
     where m.contest = $1 and m.round = $2 and m.award is not null
       and m.revision = (select max(p2.revision) from publications p2
                         where p2.contest = $1 and p2.round = $2 and p2.division = m.division)
     order by m.division, m.rank`,
    [contest, round],
  )
  const [published] = await sql.query(
    "select 1 from publications where contest = $1 and round = $2 limit 1",
    [contest, round],
  )
  if (!stored || !published) return null
  const { units, definition } = stored
  return rows.map(({ declared, name, unit, prize, ...row }) => ({
    ...row,
    prize: definition.awards.individual.find(({ id }) => id === prize)?.name ?? prize,
    name: name ?? "(no name given)",
    unit: units.find(({ id }) => id === unit)?.name ?? "",
    place: declared ? "declared" : "signed",
  }))
}
