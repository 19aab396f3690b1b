import * as v from "valibot"
import { isoInstant, receiptSchema } from "./receipt.ts"

/** What the host's token does not say, an entrant declares. */
export const ticketRequestSchema = v.strictObject({
  unit: v.optional(v.pipe(v.string(), v.maxLength(64))),
  division: v.optional(v.pipe(v.string(), v.maxLength(64))),
})
export type TicketRequest = v.InferOutput<typeof ticketRequestSchema>

/**
 * A right to put this person's entry to this round and to read its receipt, and nothing else. `receipt`: there when
 * an entry of this person already counts.
 */
export const ticketSchema = v.object({
  ticket: v.string(),
  issuedAt: isoInstant,
  expiresAt: isoInstant,
  division: v.string(),
  participant: v.object({ name: v.optional(v.string()), unit: v.optional(v.string()) }),
  receipt: v.optional(receiptSchema),
})
export type Ticket = v.InferOutput<typeof ticketSchema>
