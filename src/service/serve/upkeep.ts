import type { Clock } from "../clock.ts"
import type { Receipts } from "../identity/receipts.ts"
import { takeDueCheckpoints } from "../organiser/checkpoint.ts"
import { applyDueErasures } from "../organiser/personalData.ts"
import type { Service } from "../service.ts"
import type { Sql } from "../sql/sql.ts"

const everyMs = 60_000

/**
 * Takes due checkpoints and makes due erasures final, now and every minute; in which of several processes, the database's
 * locks decide. What fails is logged and tried again a minute later. Gives the function that stops it and resolves when nothing of it runs any more.
 */
export function startUpkeep(
  sql: Sql,
  receipts: Receipts,
  clock: Clock,
  log: Service["log"],
): () => Promise<void> {
  let running: Promise<void> | null = null
  const failed = (event: string) => (error: unknown) => log(event, { error: String(error) })
  const run = () => {
    // A ledger that takes longer than a minute is not begun twice.
    running ??= Promise.all([
      takeDueCheckpoints(sql, receipts, clock()).catch(failed("checkpoint-failed")),
      applyDueErasures(sql, clock()).catch(failed("erasure-failed")),
    ]).then(() => {
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
