import { dueAt } from "./backoff.ts"
import type { OutboxStore } from "./store.ts"

/** When the first of the rows that only wait for their time is due, or null where none does. Phone clock. */
export async function nextDueAt(store: Pick<OutboxStore, "all">, now: number): Promise<number | null> {
  const waiting = (await store.all()).filter(({ state, ticket }) => state === "queued" && ticket !== null)
  return waiting.length === 0 ? null : Math.min(...waiting.map((row) => dueAt(row, now)))
}
