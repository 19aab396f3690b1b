import { tokenPart } from "./tokenPart.ts"

/**
 * The pseudonym a ticket belongs to: the `sub` of its payload. Read without checking the signature, which only the
 * service can; it tells rows of one phone apart and proves nothing. Null when the text is no ticket.
 */
export function ticketOwner(ticket: string): string | null {
  try {
    const { sub }: { sub?: unknown } = Object(tokenPart(ticket, 1))
    return typeof sub === "string" && sub !== "" ? sub : null
  } catch {
    // Neither base64url nor JSON: no ticket of this contract.
    return null
  }
}
