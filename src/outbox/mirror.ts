import { isReceiptOf } from "./afterAttempt.ts"
import { copyOf } from "./copyOf.ts"
import type { Row } from "./row.ts"
import { type OutboxStore, sameRow } from "./store.ts"

/** A second place for sealed entries, without tickets. Any call may reject (quota, privacy mode, a host that is gone). */
export interface Mirror {
  /** The copies that can be read; others are left where they are. */
  read(): Promise<Row[]>
  /** Resolves once the copy was read back. */
  write(copy: Row): Promise<void>
  remove(rowIds: readonly string[]): Promise<void>
}

/**
 * Brings store and mirror together by rowId. `brought` is called with every row that the store did not have, or not with
 * its receipt. The store's row counts, unless the copy alone has the receipt. A row that comes back without its ticket
 * waits in needs-ticket.
 */
export async function reconcile(
  store: OutboxStore,
  mirror: Mirror,
  brought: (row: Row) => void,
): Promise<void> {
  const copies = await mirror.read()
  const before = new Set((await store.all()).map(({ rowId }) => rowId))
  for (const copy of copies) {
    const restored = restoredFrom(copy)
    const { row } = await store.insert(restored, sameRow(restored))
    const receipted = await store.update(row.rowId, (stored) =>
      stored.state !== "received" && hasOwnReceipt(copy) ? { ...stored, ...receiptPart(copy) } : stored,
    )
    if (receipted !== null || !before.has(row.rowId)) brought(receipted ?? row)
  }
  const mirrored = new Map(copies.map((copy) => [copy.rowId, JSON.stringify(copy)]))
  const missing = (await store.all())
    .map(copyOf)
    .filter((copy) => mirrored.get(copy.rowId) !== JSON.stringify(copy))
  // All begun at once: a row may change any time now, and its newer copy must come after.
  await Promise.all(missing.map((copy) => mirror.write(copy)))
}

function restoredFrom(copy: Row): Row {
  const row = copyOf(copy)
  return row.state === "queued" ? { ...row, state: "needs-ticket" } : row
}

function hasOwnReceipt(copy: Row): boolean {
  return copy.state === "received" && copy.receipt !== null && isReceiptOf(copy, copy.receipt)
}

function receiptPart({ receipt, attempts }: Row): Partial<Row> {
  return { state: "received", receipt, attempts, lastProblem: null }
}
