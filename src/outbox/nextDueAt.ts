import { isDue } from "./backoff.ts"
import type { Row } from "./row.ts"
import type { OutboxStore } from "./store.ts"

/** When the first of the rows that only wait for their time is due, or null where none does. Phone clock. */
export async function nextDueAt(store: Pick<OutboxStore, "all">, now: number): Promise<number | null> {
  const waiting = (await store.all()).filter(({ state, ticket }) => state === "queued" && ticket !== null)
  return waiting.length === 0 ? null : Math.min(...waiting.map((row) => dueAt(row, now)))
}

/**
 * The phone-clock instant at which a row may be sent: now if it is due. Who waits until `nextAttemptAt` instead, with a
 * clock that was set back, may look again when that clock has just passed the last attempt, and wait a second time.
 */
function dueAt(row: Row, now: number): number {
  return isDue(row, now, false) ? now : row.nextAttemptAt
}
