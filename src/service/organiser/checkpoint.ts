import { graceEndsAt } from "../../contest/calendar.ts"
import type { ContestDefinition } from "../../contest/definition.ts"
import type { Instant } from "../../contest/vocabulary.ts"
import { canonicalJson } from "../../contract/canonicalJson.ts"
import type { Checkpoint } from "../../contract/checkpoint.ts"
import { toIso } from "../clock.ts"
import type { Receipts } from "../identity/receipts.ts"
import type { Sql } from "../sql/sql.ts"
import { sqlContests } from "../store/sqlContests.ts"
import { freezeRound } from "./freeze.ts"
import { sealLedger } from "./ledgerRows.ts"

/** Between two checkpoints of an open round, at most. */
export const checkpointEveryMs = 3_600_000

/** After grace, how long an entry that came in its last moment may still be on its way into the database. */
const settlingMs = 120_000

/**
 * Signs how far a round's ledger is, in one transaction; an hourly one is null where another process is just at it. `final`: the round
 * is frozen first, and no further checkpoint will differ.
 */
export async function takeCheckpoint(
  sql: Sql,
  receipts: Receipts,
  contest: string,
  round: number,
  now: Instant,
  final: boolean,
): Promise<Checkpoint | null> {
  if (final) await freezeRound(sql, contest, round, now)
  return sql.transaction(async (transaction) => {
    // The final one must be made: it waits its turn. An hourly one can be left to whoever is at it.
    const lock = final ? "pg_advisory_xact_lock" : "pg_try_advisory_xact_lock"
    const [locked] = await transaction.query<{ taken: unknown }>(
      `select ${lock}(hashtextextended($1, 0)) as taken`,
      [`checkpoint ${contest} ${round}`],
    )
    if (locked?.taken === false) return null
    const { count, root } = await sealLedger(transaction, contest, round)
    const statement = { contest, round, at: toIso(now), count, root, final }
    const signature = await receipts.signStatement(canonicalJson(statement))
    await transaction.query(
      `insert into checkpoints (contest, round, count, root, at, final, signature) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (contest, round, at) do update set count = excluded.count, root = excluded.root,
         final = excluded.final, signature = excluded.signature`,
      [contest, round, count, root, statement.at, final, signature],
    )
    return { ...statement, signature }
  })
}

/**
 * Takes every checkpoint that is due at `now`: hourly while a round is open or in grace, the final one when its last
 * entries have settled. To be called every minute or so, by any number of processes.
 */
export async function takeDueCheckpoints(sql: Sql, receipts: Receipts, now: Instant): Promise<void> {
  for (const { definition } of await sqlContests(sql).contests()) {
    const last = await lastCheckpoints(sql, definition.id)
    for (const round of definition.rounds) {
      const due = dueCheckpoint(definition, round, last.get(round.number), now)
      if (due) await takeCheckpoint(sql, receipts, definition.id, round.number, now, due === "final")
    }
  }
}

function dueCheckpoint(
  { late }: ContestDefinition,
  round: ContestDefinition["rounds"][number],
  last: { at: Date; final: boolean } | undefined,
  now: Instant,
): "hourly" | "final" | null {
  const graceEnd = graceEndsAt(round, late.graceMinutes)
  // A final one from before an extension is final no more.
  if (now < round.opensAt || (last?.final && last.at.getTime() >= graceEnd)) return null
  if (now >= graceEnd + settlingMs) return "final"
  return last === undefined || now >= last.at.getTime() + checkpointEveryMs ? "hourly" : null
}

async function lastCheckpoints(
  sql: Sql,
  contest: string,
): Promise<Map<number, { at: Date; final: boolean }>> {
  const rows = await sql.query<{ round: number; at: Date; final: boolean }>(
    "select distinct on (round) round, at, final from checkpoints where contest = $1 order by round, at desc",
    [contest],
  )
  return new Map(rows.map(({ round, at, final }) => [round, { at, final }]))
}
