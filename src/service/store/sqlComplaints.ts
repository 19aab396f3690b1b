import type { Sql } from "../sql/sql.ts"
import type { ContestStore } from "./contestStore.ts"

/** Complaints over SQL. */
export function sqlComplaints(sql: Sql): Pick<ContestStore, "fileComplaint" | "recentComplaints"> {
  return {
    async fileComplaint(contest, { person, number, kind, round, text, receivedAt, dueAt }) {
      const instant = (at: number) => new Date(at).toISOString()
      await sql.query(
        `insert into complaints (contest, person, number, kind, round, text, received_at, due_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [contest, person, number, kind, round ?? null, text, instant(receivedAt), instant(dueAt)],
      )
    },
    async recentComplaints(contest, person, since) {
      const [row] = await sql.query<{ complaints: number }>(
        "select count(*)::int as complaints from complaints where contest = $1 and person = $2 and received_at >= $3",
        [contest, person, new Date(since).toISOString()],
      )
      return row?.complaints ?? 0
    },
  }
}
