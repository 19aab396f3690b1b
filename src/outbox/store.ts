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
}

/** For `insert`: only the very same row stands in. */
export function sameRow(row: Row): (stored: Row[]) => Row | undefined {
  return (stored) => stored.find(({ rowId }) => rowId === row.rowId)
}
