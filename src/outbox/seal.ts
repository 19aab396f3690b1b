import { canonicalJson } from "../contract/canonicalJson.ts"
import { entryHash } from "../contract/hash.ts"
import { isRefusedForClosing, type Row, rowSchemaVersion, type SealRequest } from "./row.ts"

/**
 * The row of an entry that is now frozen: its body as canonical JSON and its hash never change again. `rowId`: a new
 * UUID; `now`: phone clock. Rejects where the browser has no crypto.subtle (a page that is not secure).
 */
export async function sealedRow(request: SealRequest, rowId: string, now: number): Promise<Row> {
  const { body, ...rest } = request
  return {
    ...rest,
    schemaVersion: rowSchemaVersion,
    rowId,
    body: canonicalJson(body),
    entryHash: await entryHash(body),
    state: "queued",
    attempts: 0,
    nextAttemptAt: now,
    lastProblem: null,
    sealedAt: now,
    receipt: null,
  }
}

/**
 * The row that stands in for a new one: the same person's for the same round. One that the service refused does not,
 * because its person may answer again (another paper, a unit declared); refused for closing, it still does.
 */
export function sealedBefore(row: Row): (stored: Row[]) => Row | undefined {
  return (stored) =>
    stored.find(
      (other) => isSameEntrant(other, row) && !(other.state === "refused" && !isRefusedForClosing(other)),
    )
}

/** Whether two rows are of one person in one round. */
export function isSameEntrant(a: Row, b: Pick<Row, "contest" | "round" | "owner">): boolean {
  return a.contest === b.contest && a.round === b.round && a.owner === b.owner
}

/** The row with a new ticket of its owner: back in the queue if it waited for one. Ended rows stay as they are. */
export function withTicket(row: Row, ticket: string, ticketExpiresAt: number): Row {
  const isWaiting = row.state === "queued" || row.state === "needs-ticket"
  return (isWaiting && row.ticket !== ticket) || row.state === "needs-ticket"
    ? { ...row, state: "queued", ticket, ticketExpiresAt }
    : row
}
