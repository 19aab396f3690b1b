import type { ProblemCode } from "../../contract/problemCodes.ts"
import type { SchemaName } from "./schemas.ts"

/** One call of the API as the document tells it. Paths are under the base path, with OpenAPI's `{…}`. */
export type ApiRoute = {
  method: "get" | "post" | "put"
  path: string
  summary: string
  /** What stands behind `Bearer`. */
  credential: "none" | "identity" | "ticket" | "ticket-or-identity"
  /** Takes `?division=`, which may be left out where there is only one. */
  byDivision?: true
  request?: SchemaName
  /** Good answers by status; null: no body. */
  answers: Partial<Record<200 | 201 | 304, SchemaName | null>>
  /** Of the good answers; JSON where it is not said. NDJSON: the schema is a line's. */
  mediaType?: "application/x-ndjson"
  problems: readonly ProblemCode[]
}

const contest = "/contests/{contest}"
const round = `${contest}/rounds/{round}`
const noRound = ["contest-unknown", "round-unknown"] as const
const noIdentity = ["identity-missing", "identity-invalid"] as const
const noTicket = ["identity-missing", "ticket-invalid", "ticket-expired"] as const
const badBody = ["malformed", "too-large", "media-type"] as const
const load = ["slow-down", "busy", "read-only"] as const

/** Every call of the API: the one hand-written source of the OpenAPI document. */
export const apiRoutes: readonly ApiRoute[] = [
  {
    method: "get",
    path: "/contests",
    summary: "The contests of this service",
    credential: "none",
    answers: { 200: "ContestList" },
    problems: [],
  },
  {
    method: "get",
    path: contest,
    summary: "A contest as citizens may see it, with phases, commitments and entrants so far",
    credential: "none",
    answers: { 200: "Contest", 304: null },
    problems: ["contest-unknown"],
  },
  {
    method: "get",
    path: `${round}/paper`,
    summary: "A round's questions: the same bytes for everyone, never before opening",
    credential: "none",
    byDivision: true,
    answers: { 200: "Paper", 304: null },
    problems: [...noRound, "round-not-open", "busy"],
  },
  {
    method: "post",
    path: `${round}/ticket`,
    summary: "A right to put this person's entry to this round and to read its receipt",
    credential: "identity",
    request: "TicketRequest",
    answers: { 200: "Ticket" },
    problems: [...noRound, ...noIdentity, ...badBody, ...load, "round-not-open", "not-eligible"],
  },
  {
    method: "put",
    path: `${round}/entry`,
    summary: "Enters: 201 with the receipt, 200 with the same bytes on every replay",
    credential: "ticket",
    request: "EntryBody",
    answers: { 200: "Receipt", 201: "Receipt" },
    problems: [
      ...noRound,
      ...noTicket,
      ...badBody,
      ...load,
      "not-eligible",
      "round-not-open",
      "already-entered",
      "round-closed",
      "invalid-entry",
      "paper-stale",
    ],
  },
  {
    method: "get",
    path: `${round}/entry`,
    summary: "One's own receipt and, after publication, the result",
    credential: "ticket-or-identity",
    answers: { 200: "Entry" },
    problems: [...noRound, ...noTicket, "identity-invalid", "not-eligible", "entry-unknown"],
  },
  {
    method: "get",
    path: `${contest}/entries`,
    summary: "One's own entries over all rounds",
    credential: "identity",
    answers: { 200: "Entries" },
    problems: ["contest-unknown", ...noIdentity, "not-eligible"],
  },
  {
    method: "get",
    path: `${round}/results`,
    summary: "The published report, awards with masked names, and what opens the commitments",
    credential: "none",
    byDivision: true,
    answers: { 200: "Results" },
    problems: [...noRound, "results-not-published"],
  },
  {
    method: "get",
    path: `${round}/checkpoints`,
    summary: "Signed statements on how many rows the ledger has, and their root",
    credential: "none",
    answers: { 200: "Checkpoints" },
    problems: noRound,
  },
  {
    method: "get",
    path: `${round}/ledger`,
    summary: "The public list of entries, a row a line, after publication",
    credential: "none",
    answers: { 200: "LedgerLine" },
    mediaType: "application/x-ndjson",
    problems: [...noRound, "results-not-published"],
  },
  {
    method: "get",
    path: `${round}/ledger/{code}`,
    summary: "One row of the ledger with its Merkle path, after publication",
    credential: "none",
    answers: { 200: "LedgerProof" },
    problems: [...noRound, "results-not-published", "entry-unknown"],
  },
  {
    method: "get",
    path: `${round}/revisions`,
    summary: "What amendments changed, after publication",
    credential: "none",
    answers: { 200: "Revisions" },
    problems: [...noRound, "results-not-published"],
  },
  {
    method: "get",
    path: `${contest}/practice`,
    summary: "Practice questions with their answers; none is ever in a paper",
    credential: "none",
    answers: { 200: "Practice", 304: null },
    problems: ["contest-unknown"],
  },
  {
    method: "get",
    path: `${contest}/standings`,
    summary: "Units in their leagues, with the formula",
    credential: "none",
    answers: { 200: "Standings" },
    problems: ["contest-unknown"],
  },
  {
    method: "post",
    path: `${contest}/complaints`,
    summary: "Files a complaint: the number to ask by, and when there is an answer",
    credential: "identity",
    request: "ComplaintRequest",
    answers: { 201: "ComplaintReceipt" },
    problems: [...noRound, ...noIdentity, ...badBody, "not-eligible", "slow-down", "busy"],
  },
  {
    method: "get",
    path: "/keys",
    summary: "The public keys of receipts and checkpoints",
    credential: "none",
    answers: { 200: "KeySet" },
    problems: [],
  },
  {
    method: "get",
    path: "/openapi.json",
    summary: "This document",
    credential: "none",
    answers: { 200: "OpenApi" },
    problems: [],
  },
]
