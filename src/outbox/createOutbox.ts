import { ticketOwner } from "../contract/ticketOwner.ts"
import type { Announcer } from "./announcer.ts"
import { dueAt } from "./backoff.ts"
import { createDeliver, type DeliverParts } from "./deliver.ts"
import { copyOf, type Mirror, reconcile } from "./mirror.ts"
import type { Outbox } from "./outbox.ts"
import { mayGo, type PublishedRound } from "./retention.ts"
import type { Row } from "./row.ts"
import { isSameEntrant, sealedBefore, sealedRow, withClosing, withTicket } from "./seal.ts"
import { spareStore } from "./spareStore.ts"
import { within } from "./timer.ts"

const mirrorPatienceMs = 3000

/** `newId`: a fresh UUID at each call. `mirrors`: reconciled at once, before any call is answered. */
export type OutboxParts = Omit<DeliverParts, "onStored"> & {
  mirrors: readonly Mirror[]
  announcer: Announcer
  newId: () => string
}

/** The outbox as its page's composition root has it. */
export type PageOutbox = Outbox & {
  /** The round closes then (service clock): paces attempts, and asks again for what an extended round had refused. */
  roundClosesAt(contest: string, round: number, closesAt: number): Promise<void>
  /** One more mirror, such as the host's store once it is granted: reconciled now, written from now on. */
  addMirror(mirror: Mirror): Promise<void>
  /** Deletes the delivered rows of a round 30 days after its results. `serviceNow`: the service's clock. */
  forgetDelivered(round: PublishedRound, serviceNow: number): Promise<void>
}

/** The outbox of a page. No call rejects but `forgetDelivered`; where storage fails, `seal` says so. */
export function createOutbox(parts: OutboxParts): PageOutbox {
  const { after, now, newId, announcer } = parts
  const store = spareStore(parts.store, after)
  const mirrors: Mirror[] = []
  const listeners = new Set<(row: Row) => void>()
  const attempt = createDeliver({ ...parts, store, onStored: changedHere })
  const ready = Promise.all(parts.mirrors.map(addMirror))

  announcer.listen(async (rowId) => {
    const row = await store.get(rowId)
    if (row !== null) changed(row)
  })

  async function addMirror(mirror: Mirror): Promise<void> {
    mirrors.push(mirror)
    try {
      for (const row of await within(mirrorPatienceMs, after, reconcile(store, mirror))) changedHere(row)
    } catch {
      // No second place on this device, or not now: the first one has to do.
    }
  }

  /** Whether any mirror has the row now. */
  async function mirror(row: Row): Promise<boolean> {
    const copies = mirrors.map((one) => within(mirrorPatienceMs, after, one.write(copyOf(row))))
    return (await Promise.allSettled(copies)).some(({ status }) => status === "fulfilled")
  }

  function changed(row: Row): void {
    void mirror(row)
    for (const listener of listeners) listener(row)
  }

  function changedHere(row: Row): void {
    changed(row)
    announcer.tell(row.rowId)
  }

  /** Changes every row that is picked; gives how many were changed. */
  async function changeAll(pick: (row: Row) => boolean, change: (row: Row) => Row): Promise<number> {
    await ready
    let count = 0
    for (const { rowId } of (await store.all()).filter(pick)) {
      const row = await store.update(rowId, change)
      if (row === null) continue
      count += 1
      changedHere(row)
    }
    return count
  }

  return {
    async seal(request) {
      await ready
      const sealed = await sealedRow(request, newId(), now()).catch(() => null)
      // Only a page that is not secure has no crypto; nothing can be sealed there.
      if (sealed === null) return { stored: false, reason: "no hash can be computed on this page" }
      const { row: there, durable } = await store.insert(sealed, sealedBefore(sealed))
      const { ticket, ticketExpiresAt } = request
      const renewed = await store.update(there.rowId, (stored) => withTicket(stored, ticket, ticketExpiresAt))
      const row = renewed ?? there
      const isStored = durable || (await mirror(row))
      changedHere(row)
      return isStored
        ? { stored: true, row }
        : { stored: false, reason: "no storage here kept the entry", row }
    },
    async deliver(options) {
      await ready
      await attempt(options)
    },
    async supplyTicket(owner, contest, round, ticket, ticketExpiresAt) {
      if (ticketOwner(ticket) !== owner) return false
      return (
        (await changeAll(
          (row) => isSameEntrant(row, { owner, contest, round }),
          (row) => withTicket(row, ticket, ticketExpiresAt),
        )) > 0
      )
    },
    async rowsOf(owner) {
      await ready
      return (await store.all()).filter((row) => row.owner === owner).sort((a, b) => b.sealedAt - a.sealedAt)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async nextAttemptAt() {
      await ready
      const waiting = (await store.all()).filter(({ state, ticket }) => state === "queued" && ticket !== null)
      return waiting.length === 0 ? null : Math.min(...waiting.map((row) => dueAt(row, now())))
    },
    async roundClosesAt(contest, round, closesAt) {
      await changeAll(
        (row) => row.contest === contest && row.round === round,
        (row) => withClosing(row, closesAt, now()),
      )
    },
    addMirror,
    async forgetDelivered(round, serviceNow) {
      await ready
      const gone = (await store.all())
        .filter((row) => mayGo(row, round, serviceNow))
        .map(({ rowId }) => rowId)
      if (gone.length === 0) return
      await store.remove(gone)
      // A copy that stays behind comes back as received and goes the next time.
      await Promise.allSettled(mirrors.map((one) => one.remove(gone)))
    },
  }
}
