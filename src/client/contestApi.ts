import type { ComplaintReceipt, ComplaintRequest } from "../contract/complaint.ts"
import type { ContestView } from "../contract/contestView.ts"
import type { EntriesView, EntryView } from "../contract/entry.ts"
import type { LedgerProof } from "../contract/ledger.ts"
import type { Paper } from "../contract/paper.ts"
import type { Practice } from "../contract/practice.ts"
import type { Problem } from "../contract/problems.ts"
import type { Receipt } from "../contract/receipt.ts"
import type { Results, Revisions } from "../contract/results.ts"
import type { Standings } from "../contract/standings.ts"
import type { Ticket, TicketRequest } from "../contract/ticket.ts"

/**
 * Why there is no answer of the service. "unreachable": nothing came (no network, time-out, connection lost — the
 * service may still have acted). "unreadable": something came that is no answer of this API, such as a captive
 * portal's page.
 */
export type NoAnswer = { code: "unreachable" | "unreadable"; retry: "same"; detail: string }

/** A refusal of the service, with its Retry-After in seconds where it gave one. */
export type Refusal = Problem & { retryAfterSeconds?: number }

/**
 * The outcome of a call: expected failures are values. `serviceTime`: the service's clock from the answer's Date
 * header (milliseconds since 1970, whole seconds), null when the answer did not come over the network.
 */
export type Outcome<T> =
  | { ok: true; value: T; serviceTime: number | null }
  | { ok: false; problem: Refusal | NoAnswer; serviceTime: number | null }

/** Delivers one sealed entry. `body` is sent as it stands. Asks nothing of the page, so that a worker can call it. */
export type PutEntry = (
  entry: { contest: string; round: number; ticket: string; body: string },
  signal: AbortSignal,
) => Promise<Outcome<Receipt>>

/**
 * The one interface to a contest service. No call rejects. `identityToken` is the host's token, passed on and
 * nowhere kept.
 */
export interface ContestApi {
  contest(contest: string): Promise<Outcome<ContestView>>
  paper(contest: string, round: number, division: string): Promise<Outcome<Paper>>
  ticket(
    contest: string,
    round: number,
    identityToken: string,
    request: TicketRequest,
  ): Promise<Outcome<Ticket>>
  putEntry: PutEntry
  entry(contest: string, round: number, credential: string): Promise<Outcome<EntryView>>
  entries(contest: string, identityToken: string): Promise<Outcome<EntriesView>>
  results(contest: string, round: number, division: string): Promise<Outcome<Results>>
  revisions(contest: string, round: number): Promise<Outcome<Revisions>>
  /** A published entry's row in the public ledger, with its way to the root. `code`: as on the receipt. */
  ledgerProof(contest: string, round: number, code: string): Promise<Outcome<LedgerProof>>
  practice(contest: string): Promise<Outcome<Practice>>
  standings(contest: string): Promise<Outcome<Standings>>
  complain(
    contest: string,
    identityToken: string,
    request: ComplaintRequest,
  ): Promise<Outcome<ComplaintReceipt>>
}
