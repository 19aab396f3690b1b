import type { Row } from "./row.ts"

/**
 * Where sealed entries live. Every call is one transaction: what it read, nobody changes before it has written, in
 * whatever tab or worker. Calls reject when the storage fails; then nothing of theirs is stored, or all of it.
 */
export interface OutboxStore {
  /** Every readable row, in no order. */
  all(): Promise<Row[]>
  get(rowId: string): Promise<Row | null>
  /**
   * Stores the row, unless `standIn` finds one among those stored that stands in for it; gives the one that is there
   * now. Resolves once the row was written durably and read back. `durable: false`: it outlives only the page.
   */
  insert(row: Row, standIn: (stored: Row[]) => Row | undefined): Promise<{ row: Row; durable: boolean }>
  /**
   * Compare and set: `change` sees the row as it is stored now and gives its successor, or the same object to leave
   * it. May be called more than once. Gives the stored successor, null where nothing changed or no such row is.
   */
  update(rowId: string, change: (stored: Row) => Row): Promise<Row | null>
  remove(rowIds: readonly string[]): Promise<void>
  /** Takes or renews the delivery lease for `holder`; false while another holds it. See `isFree`. */
  lease(holder: string, now: number, ttlMs: number): Promise<boolean>
  /** Gives the lease back if `holder` has it. */
  release(holder: string): Promise<void>
}

export type Lease = { holder: string; expiresAt: number }

/**
 * Whether the lease may be taken: no one has it, or its time is over by this phone's clock. One that ends later than
 * any lease can was taken before the clock was set back, and would block for as long.
 */
export function isFree(lease: Lease | undefined, holder: string, now: number, ttlMs: number): boolean {
  return (
    lease === undefined || lease.holder === holder || lease.expiresAt <= now || lease.expiresAt > now + ttlMs
  )
}

/** For `insert`: only the very same row stands in. */
export function sameRow(row: Row): (stored: Row[]) => Row | undefined {
  return (stored) => stored.find(({ rowId }) => rowId === row.rowId)
}
