import type { EntryBody } from "../contract/entry.ts"
import type { Receipt } from "../contract/receipt.ts"

/** Version of the row's shape; every released shape is migrated and delivered. */
export const rowSchemaVersion = 1

export const rowStates = ["queued", "needs-ticket", "received", "superseded", "refused"] as const
/** Being in flight is no stored state: a crash at any point leaves at worst `queued`. */
export type RowState = (typeof rowStates)[number]

/** What the service (or the way there) last said, as far as a screen needs it. */
export type LastProblem = { code: string; detail?: string; reason?: string; closedAt?: string }

/** One sealed entry, kept until its receipt is stored. Holds no name, phone number or token of the host. */
export type Row = {
  schemaVersion: typeof rowSchemaVersion
  /** UUID made once at sealing. */
  rowId: string
  contest: string
  round: number
  /** Pseudonym from the ticket: whose entry this is. */
  owner: string
  /** Canonical JSON of the entry body: sent as it stands, never changed. */
  body: string
  entryHash: string
  /** Null in a copy restored without it. */
  ticket: string | null
  /** Instant, milliseconds since 1970 by the service's clock. */
  ticketExpiresAt: number | null
  state: RowState
  attempts: number
  /** Phone-clock instant before which no timer tries again; a press of the button does. */
  nextAttemptAt: number
  /** Phone-clock instant at which the last attempt failed. */
  triedAt?: number
  lastProblem: LastProblem | null
  /** Service-clock instant at which the round closes, as far as known: attempts come closer together before it. */
  closesAt?: number
  /** Phone-clock instant of sealing: for the screen only. */
  sealedAt: number
  /** Service clock minus phone clock when last known, in milliseconds. */
  serviceOffsetMs: number | null
  /** State received: this entry's receipt. State superseded: that of the entry that counts. */
  receipt: Receipt | null
}

/** Refused because the round had closed: asked again when it is extended. */
export function isRefusedForClosing(row: Row): boolean {
  return row.state === "refused" && row.lastProblem?.code === "round-closed"
}

/** What sealing needs. `ticket` is this round's ticket, `owner` its pseudonym. */
export type SealRequest = {
  contest: string
  round: number
  owner: string
  ticket: string
  ticketExpiresAt: number
  body: EntryBody
  serviceOffsetMs: number | null
  closesAt?: number
}
