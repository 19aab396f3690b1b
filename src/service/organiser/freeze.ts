import type { Instant } from "../../contest/vocabulary.ts"
import type { Sql } from "../sql/sql.ts"

/**
 * Closes a round's door for good: when this resolves, every entry that got in is visible and none gets in any more.
 * Repeating it changes nothing. Writers wait for the moment it takes.
 */
export async function freezeRound(sql: Sql, contest: string, round: number, now: Instant): Promise<void> {
  await sql.transaction(async (transaction) => {
    // Waits for inserts under way; those that come meanwhile wait, and then see the frozen round.
    await transaction.script("lock table entries in share mode")
    await transaction.query(
      "insert into frozen_rounds (contest, round, frozen_at) values ($1, $2, $3) on conflict do nothing",
      [contest, round, new Date(now).toISOString()],
    )
  })
}
