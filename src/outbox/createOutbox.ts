import { ticketOwner } from "../contract/ticketOwner.ts"
import type { Care, CaredOutbox } from "./care.ts"
import { createDeliver, type DeliverParts } from "./deliver.ts"
import type { Row } from "./row.ts"
import { isSameEntrant, sealedBefore, sealedRow, withTicket } from "./seal.ts"
import { spareStore } from "./spareStore.ts"
import { within } from "./timer.ts"

/** Where the store kept nothing, a second place has this long to say that it did, and care to come for it. */
const carePatienceMs = 6000

/**
 * `newId`: a fresh UUID at each call. `loadCare`: fetches what looks after this outbox and starts it; called again only
 * if it rejected.
 */
export type OutboxParts = Omit<DeliverParts, "onStored"> & {
  newId: () => string
  loadCare: (outbox: CaredOutbox) => Promise<Care>
}

/** The outbox as its page's composition root has it. `care`: rejects while its script cannot be had. */
export type PageOutbox = CaredOutbox & { care(): Promise<Care> }

/**
 * The outbox of a page: seals, keeps and delivers. No call of `Outbox` rejects; where storage fails, `seal` says so.
 * Nothing waits for care but a `seal` whose entry the store did not keep.
 */
export function createOutbox(parts: OutboxParts): PageOutbox {
  const { after, now, newId, loadCare } = parts
  const store = spareStore(parts.store, after)
  const listeners = new Set<(row: Row, isHere: boolean) => void>()
  const attempt = createDeliver({ ...parts, store, onStored: (row) => changed(row) })
  let coming: Promise<Care> | null = null

  function changed(row: Row, isHere = true): void {
    for (const listener of listeners) listener(row, isHere)
  }

  /** Whether a second place on this device has the row. */
  async function isKeptElsewhere({ rowId }: Row): Promise<boolean> {
    try {
      return await within(
        carePatienceMs,
        after,
        outbox.care().then((care) => care.keep(rowId)),
      )
    } catch {
      // No answer in time, or nobody to ask.
      return false
    }
  }

  const outbox: PageOutbox = {
    store,
    changed,
    async seal(request) {
      const sealed = await sealedRow(request, newId(), now()).catch(() => null)
      // Only a page that is not secure has no crypto; nothing can be sealed there.
      if (sealed === null) return { stored: false, reason: "no hash can be computed on this page" }
      const { row: there, durable } = await store.insert(sealed, sealedBefore(sealed))
      const { ticket, ticketExpiresAt } = request
      const renewed = await store.update(there.rowId, (stored) => withTicket(stored, ticket, ticketExpiresAt))
      const row = renewed ?? there
      changed(row)
      return durable || (await isKeptElsewhere(row))
        ? { stored: true, row }
        : { stored: false, reason: "no storage here kept the entry", row }
    },
    async deliver(options) {
      await attempt(options)
    },
    async supplyTicket(owner, contest, round, ticket, ticketExpiresAt) {
      if (ticketOwner(ticket) !== owner) return false
      return (
        (await outbox.changeAll(
          (row) => isSameEntrant(row, { owner, contest, round }),
          (row) => withTicket(row, ticket, ticketExpiresAt),
        )) > 0
      )
    },
    async rowsOf(owner) {
      return (await store.all()).filter((row) => row.owner === owner).sort((a, b) => b.sealedAt - a.sealedAt)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async changeAll(pick, change) {
      let count = 0
      for (const { rowId } of (await store.all()).filter(pick)) {
        const row = await store.update(rowId, change)
        if (row === null) continue
        count += 1
        changed(row)
      }
      return count
    },
    care() {
      coming ??= loadCare(outbox).catch((reason) => {
        coming = null
        throw reason
      })
      return coming
    },
  }
  return outbox
}
