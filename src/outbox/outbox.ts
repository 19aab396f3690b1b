import type { Row, SealRequest } from "./row.ts"

/**
 * What the rest of the page knows of the outbox. Created by `createOutbox` (createOutbox.ts) with clock, random,
 * store, lock and `putEntry` as arguments.
 */
export interface Outbox {
  /**
   * Freezes the entry, stores it durably and reads it back; only then resolves with the row, so a screen may say
   * "đã lưu trên máy này". Sealing an entry that is already there for the same contest, round and owner gives that
   * row instead of a second one. `stored: false` names why nothing could be kept; its `row`, if any, is held in this
   * page's memory and still sent from there, so the screen asks the person to stay until the receipt has come.
   */
  seal(
    request: SealRequest,
  ): Promise<{ stored: true; row: Row } | { stored: false; reason: string; row?: Row }>
  /** Tries every due row of any owner now, one flight at a time. `force`: rows whose back-off has not ended, too. */
  deliver(options?: { force?: boolean }): Promise<void>
  /** A fresh ticket for a row in needs-ticket; refused unless it carries the row's owner. */
  supplyTicket(
    owner: string,
    contest: string,
    round: number,
    ticket: string,
    ticketExpiresAt: number,
  ): Promise<boolean>
  /** The rows of one owner, newest first. */
  rowsOf(owner: string): Promise<Row[]>
  /** Called after every stored change, with the changed row; returns the function that stops listening. */
  onChange(listener: (row: Row) => void): () => void
}
