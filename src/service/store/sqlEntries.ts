import { type Batching, inBatches } from "../inBatches.ts"
import { DatabaseAway } from "../sql/databaseAway.ts"
import type { Sql } from "../sql/sql.ts"
import type { ContestStore } from "./contestStore.ts"
import { insertEntries, type NewEntry } from "./insertEntries.ts"

/**
 * While one batch is being written to the disk, the next one's entries are checked and signed. A second one under way made
 * the batches smaller, and nothing faster.
 */
const batching: Batching = { atOnce: 1, most: 100, isEverybodys: (error) => error instanceof DatabaseAway }

type StandingRow = {
  receipt: string | null
  entry_hash: string | null
  excluded: boolean
  frozen: boolean | null
  division: string | null
  unit: string | null
}

/** Entries, participants and exclusions over SQL: everything on the way of an entry. */
export function sqlEntries(
  sql: Sql,
): Pick<
  ContestStore,
  "saveParticipant" | "isExcluded" | "standing" | "insertEntry" | "keepRefusedAttempt" | "receiptsOf"
> {
  const inserted = inBatches((entries: readonly NewEntry[]) => insertEntries(sql, entries), batching)
  return {
    async saveParticipant(contest, { person, reference, account, name, division, unit, declared }) {
      const [row] = await sql.query<{ division: string; unit: string | null }>(
        `insert into participants as p (contest, person, account, name, division, unit, declared, reference)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (contest, person) do update set
           account = excluded.account,
           reference = excluded.reference,
           name = coalesce(excluded.name, p.name),
           division = case when p.frozen_at is null then excluded.division else p.division end,
           unit = case when p.frozen_at is null then excluded.unit else p.unit end,
           declared = case when p.frozen_at is null then excluded.declared else p.declared end
         returning division, unit`,
        [contest, person, account, name ?? null, division, unit ?? null, declared, reference],
      )
      if (!row) throw new Error("an upsert gave no row")
      return { division: row.division, ...(row.unit === null ? {} : { unit: row.unit }) }
    },
    async isExcluded(contest, person) {
      const rows = await sql.query("select 1 from exclusions where contest = $1 and person = $2", [
        contest,
        person,
      ])
      return rows.length > 0
    },
    async standing(contest, round, person) {
      const [row] = await sql.query<StandingRow>(
        `select e.receipt, e.entry_hash, x.person is not null as excluded,
                p.frozen_at is not null as frozen, p.division, p.unit
         from (select $1::text as contest, $2::int as round, $3::text as person) asked
         left join entries e using (contest, round, person)
         left join exclusions x on x.contest = asked.contest and x.person = asked.person
         left join participants p on p.contest = asked.contest and p.person = asked.person`,
        [contest, round, person],
      )
      if (!row) throw new Error("a left join gave no row")
      const { receipt, entry_hash, excluded, frozen, division, unit } = row
      return {
        counted: receipt !== null && entry_hash !== null ? { receipt, entryHash: entry_hash } : null,
        excluded,
        frozen: frozen && division !== null ? { division, ...(unit === null ? {} : { unit }) } : null,
      }
    },
    async insertEntry(contest, entry) {
      if (await inserted({ ...entry, contest })) return "stored"
      // A second statement sees what the first one's snapshot could not.
      const [why] = await sql.query<{ entered: boolean; taken: boolean; frozen: boolean }>(
        `select exists (select 1 from entries where contest = $1 and round = $2 and person = $3) as entered,
                exists (select 1 from entries where contest = $1 and round = $2 and code = $4) as taken,
                exists (select 1 from frozen_rounds where contest = $1 and round = $2) as frozen`,
        [contest, entry.round, entry.person, entry.code],
      )
      if (why?.entered) return "already-entered"
      if (why?.taken) return "code-taken"
      return why?.frozen ? "frozen" : "barred"
    },
    async keepRefusedAttempt(contest, round, person, body, entryHash, receivedAt) {
      await sql.query(
        `insert into refused_attempts (contest, round, person, entry_hash, body, received_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [contest, round, person, entryHash, body, new Date(receivedAt).toISOString()],
      )
    },
    async receiptsOf(contest, person) {
      return sql.query<{ round: number; receipt: string }>(
        "select round, receipt from entries where contest = $1 and person = $2 order by round",
        [contest, person],
      )
    },
  }
}
