import * as v from "valibot"
import { checkpointsSchema } from "../../contract/checkpoint.ts"
import { complaintReceiptSchema, complaintRequestSchema } from "../../contract/complaint.ts"
import { contestListSchema, contestViewSchema } from "../../contract/contestView.ts"
import {
  entriesViewSchema,
  entryBodySchema,
  entryResultSchema,
  entryViewSchema,
} from "../../contract/entry.ts"
import { ledgerLineSchema, ledgerProofSchema } from "../../contract/ledger.ts"
import { paperSchema } from "../../contract/paper.ts"
import { practiceSchema } from "../../contract/practice.ts"
import { problemSchema } from "../../contract/problems.ts"
import { receiptSchema } from "../../contract/receipt.ts"
import { resultsSchema, revisionsSchema } from "../../contract/results.ts"
import { standingsSchema } from "../../contract/standings.ts"
import { ticketRequestSchema, ticketSchema } from "../../contract/ticket.ts"

/** Public keys (RFC 7517): P-256, without private members. */
const keySetSchema = v.object({
  keys: v.array(
    v.object({
      kty: v.literal("EC"),
      crv: v.literal("P-256"),
      x: v.string(),
      y: v.string(),
      kid: v.string(),
      alg: v.optional(v.literal("ES256")),
      use: v.optional(v.literal("sig")),
    }),
  ),
})

/** The contract's schemas under the names that the document gives them. */
export const schemas = {
  Checkpoints: checkpointsSchema,
  ComplaintReceipt: complaintReceiptSchema,
  ComplaintRequest: complaintRequestSchema,
  Contest: contestViewSchema,
  ContestList: contestListSchema,
  Entries: entriesViewSchema,
  EntryBody: entryBodySchema,
  EntryResult: entryResultSchema,
  Entry: entryViewSchema,
  KeySet: keySetSchema,
  LedgerLine: ledgerLineSchema,
  LedgerProof: ledgerProofSchema,
  /** This document itself: any OpenAPI 3.1 object. */
  OpenApi: v.looseObject({ openapi: v.string() }),
  Paper: paperSchema,
  Practice: practiceSchema,
  Problem: problemSchema,
  Receipt: receiptSchema,
  Results: resultsSchema,
  Revisions: revisionsSchema,
  Standings: standingsSchema,
  Ticket: ticketSchema,
  TicketRequest: ticketRequestSchema,
} as const satisfies Record<string, v.GenericSchema>

export type SchemaName = keyof typeof schemas
