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

/** Calls during a flight share the one that follows it. `tried`: rows whose attempt ended since `force` was asked. */
type Following = { force: boolean; tried: Set<string>; outcome: Promise<number> }

/**
 * Delivery for page and worker alike. A row is read again under the lock, and its change is set against the row as
 * stored then, so a crash at any point leaves it queued, and an answer that comes late never undoes a receipt.
 * Rejects when the store failed, after every row had its turn.
 */
export function createDeliver(parts: DeliverParts): Deliver {
  let running: Promise<number> | null = null
  let following: Following | null = null

  function start(isForced: (rowId: string) => boolean): Promise<number> {
    const flight = fly(parts, isForced, (rowId) => following?.tried.add(rowId)).finally(() => {
      running = null
    })
    running = flight
    return flight
  }

  function followed(flight: Promise<number>, force: boolean): Following {
    const wanted = { force, tried: new Set<string>() }
    const next = () => {
      following = null
      // An attempt that ended after the button was pressed is what the press asked for; a second one at once would
      // double the load of a service that just said that it is busy.
      return start((rowId) => wanted.force && !wanted.tried.has(rowId))
    }
    // The same object: what is pressed until then must reach the flight.
    return Object.assign(wanted, { outcome: flight.then(next, next) })
  }

  return ({ force = false } = {}) => {
    if (following === null) {
      if (running === null) return start(() => force)
      following = followed(running, force)
    } else if (force) {
      following.force = true
      following.tried.clear()
    }
    return following.outcome
  }
}

async function fly(
  parts: DeliverParts,
  isForced: (rowId: string) => boolean,
  ended: (rowId: string) => void,
): Promise<number> {
  const { store, now } = parts
  const due = (await store.all())
    .filter((row) => isDue(row, now(), isForced(row.rowId)))
    .sort((a, b) => a.sealedAt - b.sealedAt)
  const failures: unknown[] = []
  for (const row of due) {
    try {
      await parts.lock(() => attempt(parts, row, isForced(row.rowId)))
    } catch (error) {
      // One row that cannot be written must not keep the others from going; told at the end.
      failures.push(error)
    }
    ended(row.rowId)
  }
  if (failures.length > 0) throw failures[0]
  return (await store.all()).filter(({ state }) => state === "queued").length
}

async function attempt(parts: DeliverParts, listed: Row, force: boolean): Promise<void> {
  const { store, now, random } = parts
  const row = await store.get(listed.rowId)
  // Another tab or the worker may have delivered or tried it while this one waited for the lock.
  const isForced = force && row?.attempts === listed.attempts
  if (row === null || row.ticket === null || !isDue(row, now(), isForced)) return
  const outcome = await send(parts, row, row.ticket)
  const stored = await store.update(row.rowId, (current) =>
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
