import type { Row } from "./row.ts"
import { type OutboxStore, sameRow } from "./store.ts"
import { type After, within } from "./timer.ts"

/** How long the real store may take before the page goes on without it. */
const patienceMs = 5000

/**
 * The page's store: the real one, and memory for what the real one did not take, so that a broken IndexedDB keeps
 * nobody from sending. What is in memory moves into the real store as soon as that works again. Never rejects, except
 * for `remove`.
 */
export function spareStore(real: OutboxStore, after: After): OutboxStore {
  /** Versions of rows that the real store did not take. */
  const spare = new Map<string, Row>()
  /** Rows as they were last read from the real store. */
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
    for (const row of [...spare.values()]) {
      const merged = await attempt(async () => {
        await real.insert(row, sameRow(row))
        return real.update(row.rowId, (stored) => further(stored, row))
      })
      if (merged === null) return
      // Unless it went on meanwhile: then the next time.
      if (spare.get(row.rowId) === row) spare.delete(row.rowId)
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
      for (const row of spare.values()) rows.set(row.rowId, further(rows.get(row.rowId) ?? row, row))
      return [...rows.values()]
    },
    async get(rowId) {
      const stored = await attempt(() => real.get(rowId))
      if (stored?.value) seen.set(rowId, stored.value)
      const row = stored === null ? (seen.get(rowId) ?? null) : stored.value
      const spared = spare.get(rowId)
      return row && spared ? further(row, spared) : (row ?? spared ?? null)
    },
    async insert(row, standIn) {
      const inSpare = () => standIn([...spare.values()])
      const spared = inSpare()
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
      if (known !== undefined) return { row: known, durable: true }
      // Asked again: another tap may have come first while the real store was tried.
      const kept = inSpare() ?? wanted
      spare.set(kept.rowId, kept)
      return { row: kept, durable: false }
    },
    async update(rowId, change) {
      const stored = await attempt(() => real.update(rowId, change))
      if (stored?.value) seen.set(rowId, stored.value)
      const known = spare.get(rowId) ?? (stored === null ? seen.get(rowId) : undefined)
      if (known === undefined) return stored?.value ?? null
      const next = change(known)
      if (next === known) return null
      spare.set(rowId, next)
      return next
    },
    async remove(rowIds) {
      for (const rowId of rowIds) spare.delete(rowId)
      await real.remove(rowIds)
      for (const rowId of rowIds) seen.delete(rowId)
    },
  }
}

const ranks = { queued: 0, "needs-ticket": 0, refused: 1, superseded: 2, received: 3 } as const

/** Of two versions of one row the one that is further on: by state, then by attempts, then the spare one. */
function further(stored: Row, spared: Row): Row {
  const lead = ranks[spared.state] - ranks[stored.state] || spared.attempts - stored.attempts
  return lead >= 0 ? spared : stored
}
