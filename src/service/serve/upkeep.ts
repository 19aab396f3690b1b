import type { Clock } from "../clock.ts"
import type { Receipts } from "../identity/receipts.ts"
import { takeDueCheckpoints } from "../organiser/checkpoint.ts"
import type { Service } from "../service.ts"
import type { Sql } from "../sql/sql.ts"

const everyMs = 60_000

/**
 * Takes due checkpoints now and every minute; in which of several processes, the database's lock decides. What fails is
 * logged and tried again a minute later. Gives the function that stops it and resolves when nothing of it runs any more.
 */
export function startUpkeep(
  sql: Sql,
  receipts: Receipts,
  clock: Clock,
  log: Service["log"],
): () => Promise<void> {
  let running: Promise<void> | null = null
  const run = () => {
    // A ledger that takes longer than a minute is not begun twice.
    running ??= takeDueCheckpoints(sql, receipts, clock())
      .catch((error: unknown) => log("checkpoint-failed", { error: String(error) }))
      .finally(() => {
        running = null
      })
  }
  run()
  const timer = setInterval(run, everyMs)
  return async () => {
    clearInterval(timer)
    await running
  }
}
