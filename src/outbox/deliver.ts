import type { Outcome, PutEntry } from "../client/contestApi.ts"
import type { Receipt } from "../contract/receipt.ts"
import { afterAttempt } from "./afterAttempt.ts"
import { isDue } from "./backoff.ts"
import type { Lock } from "./lock.ts"
import type { Row } from "./row.ts"
import type { OutboxStore } from "./store.ts"
import { type After, within } from "./timer.ts"

const timeoutMs = 15_000

export type DeliverParts = {
  store: OutboxStore
  lock: Lock
  putEntry: PutEntry
  /** Phone clock, milliseconds since 1970. */
  now: () => number
  /** 0 ≤ x < 1 */
  random: () => number
  after: After
  /** Called after every stored change, with the row as stored. */
  onStored: (row: Row) => void
}

/** Tries every due row of any owner; gives how many rows still wait to be sent. `force`: back-off or not. */
export type Deliver = (options?: { force?: boolean }) => Promise<number>

/**
 * Delivery for page and worker alike. Calls during a flight share the one that follows it. A row is read again under
 * the lock, and its change is set against the row as stored then, so a crash at any point leaves it queued, and an
 * answer that comes late never undoes a receipt. Rejects when the store failed, after every row had its turn.
 */
export function createDeliver(parts: DeliverParts): Deliver {
  let running: Promise<number> | null = null
  let following: { force: boolean; outcome: Promise<number> } | null = null

  function start(force: boolean): Promise<number> {
    const flight = fly(parts, force).finally(() => {
      running = null
    })
    running = flight
    return flight
  }

  return ({ force = false } = {}) => {
    if (following !== null) {
      following.force ||= force
      return following.outcome
    }
    if (running === null) return start(force)
    const next = () => {
      const isForced = following?.force ?? force
      following = null
      return start(isForced)
    }
    following = { force, outcome: running.then(next, next) }
    return following.outcome
  }
}

async function fly(parts: DeliverParts, force: boolean): Promise<number> {
  const { store, now } = parts
  const due = (await store.all())
    .filter((row) => isDue(row, now(), force))
    .sort((a, b) => a.sealedAt - b.sealedAt)
  const failures: unknown[] = []
  for (const row of due) {
    try {
      await parts.lock(() => attempt(parts, row.rowId, force))
    } catch (error) {
      // One row that cannot be written must not keep the others from going; told at the end.
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return (await store.all()).filter(({ state }) => state === "queued").length
}

async function attempt(parts: DeliverParts, rowId: string, force: boolean): Promise<void> {
  const { store, now, random } = parts
  const row = await store.get(rowId)
  // Another tab or the worker may have delivered it while this one waited for the lock.
  if (row === null || row.ticket === null || !isDue(row, now(), force)) return
  const outcome = await send(parts, row, row.ticket)
  const stored = await store.update(rowId, (current) =>
    afterAttempt(current, outcome, now(), random, row.ticket),
  )
  if (stored !== null) parts.onStored(stored)
}

async function send({ putEntry, after }: DeliverParts, row: Row, ticket: string): Promise<Outcome<Receipt>> {
  const timeout = new AbortController()
  const cancel = after(timeoutMs, () => timeout.abort())
  const { contest, round, body } = row
  try {
    return await within(timeoutMs + 1000, after, putEntry({ contest, round, ticket, body }, timeout.signal))
  } catch {
    // An adapter of somebody else's that rejects, or does not heed the signal, must not stop the queue.
    const problem = { code: "unreachable", retry: "same", detail: "the adapter gave no outcome" } as const
    return { ok: false, problem, serviceTime: null }
  } finally {
    cancel()
  }
}
