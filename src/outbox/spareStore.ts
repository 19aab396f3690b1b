import { memoryStore } from "./memoryStore.ts"
import type { Row } from "./row.ts"
import { type OutboxStore, sameRow } from "./store.ts"
import { type After, within } from "./timer.ts"

/** How long the real store may take before the page goes on without it. */
const patienceMs = 5000

/**
 * The page's store: the real one, and memory for what the real one did not take, so that a broken IndexedDB keeps
 * nobody from sending. What is in memory moves into the real store as soon as that works again. Never rejects, except
 * for `remove` and leases.
 */
export function spareStore(real: OutboxStore, after: After): OutboxStore {
  const spare = memoryStore(false)
  const seen = new Map<string, Row>()

  async function attempt<T>(work: () => Promise<T>): Promise<{ value: T } | null> {
    try {
      return { value: await within(patienceMs, after, work()) }
    } catch {
      // Private mode, quota, a connection that was lost or hangs: the spare takes over, `durable` tells.
      return null
    }
  }

  async function moveBack(): Promise<void> {
    for (const row of await spare.all()) {
      const merged = await attempt(async () => {
        await real.insert(row, sameRow(row))
        return real.update(row.rowId, (stored) => further(stored, row))
      })
      if (merged === null) return
      await spare.remove([row.rowId])
    }
  }

  return {
    async all() {
      await moveBack()
      const stored = await attempt(() => real.all())
      if (stored !== null) {
        seen.clear()
        for (const row of stored.value) seen.set(row.rowId, row)
      }
      const rows = new Map(seen)
      for (const row of await spare.all()) rows.set(row.rowId, further(rows.get(row.rowId) ?? row, row))
      return [...rows.values()]
    },
    async get(rowId) {
      const stored = await attempt(() => real.get(rowId))
      if (stored?.value) seen.set(rowId, stored.value)
      const row = stored === null ? (seen.get(rowId) ?? null) : stored.value
      const spared = await spare.get(rowId)
      return row === null || spared === null ? (row ?? spared) : further(row, spared)
    },
    async insert(row, standIn) {
      const spared = standIn(await spare.all())
      const wanted = spared ?? row
      const stored = await attempt(() =>
        real.insert(wanted, spared === undefined ? standIn : sameRow(spared)),
      )
      if (stored !== null) {
        seen.set(stored.value.row.rowId, stored.value.row)
        return stored.value
      }
      // A row that was once read from the real store is in there, even if it cannot be reached now.
      const known = standIn([...seen.values()])
      return known === undefined ? spare.insert(wanted, sameRow(wanted)) : { row: known, durable: true }
    },
    async update(rowId, change) {
      const stored = await attempt(() => real.update(rowId, change))
      if (stored?.value) seen.set(rowId, stored.value)
      const known = (await spare.get(rowId)) ?? (stored === null ? seen.get(rowId) : undefined)
      if (known === undefined) return stored?.value ?? null
      await spare.insert(known, sameRow(known))
      return spare.update(rowId, change)
    },
    async remove(rowIds) {
      await spare.remove(rowIds)
      await real.remove(rowIds)
      for (const rowId of rowIds) seen.delete(rowId)
    },
    lease: (holder, now, ttlMs) => real.lease(holder, now, ttlMs),
    release: (holder) => real.release(holder),
  }
}

const ranks = { queued: 0, "needs-ticket": 0, refused: 1, superseded: 2, received: 3 } as const

/** Of two versions of one row the one that is further on: by state, then by attempts, then the spare one. */
function further(stored: Row, spared: Row): Row {
  const lead = ranks[spared.state] - ranks[stored.state] || spared.attempts - stored.attempts
  return lead >= 0 ? spared : stored
}
