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

/**
 * The pseudonym a ticket belongs to: the `sub` of its payload. Read without checking the signature, which only the
 * service can; it tells rows of one phone apart and proves nothing. Null when the text is no ticket.
 */
export function ticketOwner(ticket: string): string | null {
  try {
    const payload: unknown = JSON.parse(
      atob((ticket.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/")),
    )
    const owner = payload !== null && typeof payload === "object" && "sub" in payload ? payload.sub : null
    return typeof owner === "string" && owner !== "" ? owner : null
  } catch {
    // Neither base64url nor JSON: no ticket of this contract.
    return null
  }
}
