import { tokenPart } from "../../contract/tokenPart.ts"

/** What a host's token says of the citizen. Shown, never trusted: the service alone verifies. */
export type Claims = {
  issuer: string
  subject: string
  name: string | null
  unit: string | null
  division: string | null
}

/** Reads the payload of a host's token; null when it has no issuer or subject. */
export function readClaims(token: string): Claims | null {
  try {
    const payload = tokenPart(token, 1) as Record<string, unknown>
    const text = (name: string) => {
      const value = payload[name]
      return typeof value === "string" && value !== "" ? value.normalize("NFC") : null
    }
    const issuer = text("iss")
    const subject = text("sub")
    if (issuer === null || subject === null) return null
    return { issuer, subject, name: text("name"), unit: text("unit"), division: text("division") }
  } catch {
    // Not base64url, not JSON: a token of some other make. The service will say what it thinks of it.
    return null
  }
}
