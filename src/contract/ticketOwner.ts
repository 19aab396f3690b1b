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
