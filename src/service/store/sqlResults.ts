import type { Results } from "../../contract/results.ts"
import type { Sql } from "../sql/sql.ts"
import type { ContestStore, PersonalMark } from "./contestStore.ts"

type MarkRow = Omit<PersonalMark, "rank" | "award"> & { rank: number | null; award: string | null }

/** What was published, and one's own part of it, over SQL. */
export function sqlResults(sql: Sql): Pick<ContestStore, "publishedRounds" | "results" | "personalMark"> {
  return {
    async publishedRounds(contest) {
      const rows = await sql.query<{ round: number; published_at: string }>(
        `select round, min(results ->> 'publishedAt') as published_at from publications
         where contest = $1 group by round`,
        [contest],
      )
      return new Map(rows.map(({ round, published_at }) => [round, Date.parse(published_at)]))
    },
    async results(contest, round, division) {
      const [row] = await sql.query<{ results: Results }>(
        `select results from publications where contest = $1 and round = $2 and division = $3
         order by revision desc limit 1`,
        [contest, round, division],
      )
      return row?.results ?? null
    },
    async personalMark(contest, round, person) {
      const [row] = await sql.query<MarkRow>(
        `select e.round, e.division, m.revision, e.receipt, e.answers, e.prediction, m.correct, m.rank, m.award
         from entries e join marks m using (contest, round, person)
         where e.contest = $1 and e.round = $2 and e.person = $3 order by m.revision desc limit 1`,
        [contest, round, person],
      )
      if (!row) return null
      const { rank, award, ...mark } = row
      return { ...mark, ...(rank === null ? {} : { rank }), ...(award === null ? {} : { award }) }
    },
  }
}
