import type { EntryResult, EntryView } from "../../contract/entry.ts"
import type { Receipt } from "../../contract/receipt.ts"
import type { Row } from "../../outbox/row.ts"

/** Where a citizen's entry to a round stands. "Received" needs a receipt: nothing else does. */
export type EntryStatus =
  | { kind: "received"; receipt: Receipt; result: EntryResult | null }
  /** Another entry of this person counts; `receipt` is that one's, once known. */
  | { kind: "superseded"; receipt: Receipt | null }
  | { kind: "sending" }
  | { kind: "queued"; busy: boolean }
  | { kind: "needs-ticket" }
  | { kind: "refused-late" }
  | { kind: "refused"; code: string; reason: string | null }

/**
 * @param row the sealed entry on this phone, if any
 * @param view what the service says counts, if anything
 * @param sending whether the row is on its way right now
 */
export function entryStatus(row: Row | null, view: EntryView | null, sending: boolean): EntryStatus | null {
  const receipt = row?.state === "received" ? row.receipt : null
  const counted = view?.receipt ?? receipt
  const result = view?.result ?? null
  if (!row) return counted ? { kind: "received", receipt: counted, result } : null
  if (row.state === "received" && counted) return { kind: "received", receipt: counted, result }
  if (counted) {
    // The same answers: this very entry, whose receipt came another way.
    if (counted.entryHash === row.entryHash) return { kind: "received", receipt: counted, result }
    return { kind: "superseded", receipt: counted }
  }
  if (row.state === "superseded") return { kind: "superseded", receipt: row.receipt }
  if (row.state === "refused") return refusal(row)
  if (sending) return { kind: "sending" }
  if (row.state === "needs-ticket") return { kind: "needs-ticket" }
  const busy = row.lastProblem?.code === "busy" || row.lastProblem?.code === "read-only"
  return { kind: "queued", busy }
}

function refusal(row: Row): EntryStatus {
  const code = row.lastProblem?.code ?? "unexpected"
  if (code === "round-closed") return { kind: "refused-late" }
  return { kind: "refused", code, reason: row.lastProblem?.reason ?? null }
}
