import { createSecretKey } from "node:crypto"
import { errors, jwtVerify, SignJWT } from "jose"
import * as v from "valibot"
import type { Instant } from "../../contest/vocabulary.ts"
import type { ProblemCode } from "../../contract/problemCodes.ts"
import type { Clock } from "../clock.ts"

const ticketPayload = v.object({
  sub: v.string(),
  contest: v.string(),
  round: v.number(),
  division: v.string(),
  unit: v.optional(v.string()),
  iat: v.number(),
  exp: v.number(),
})

/** What a ticket says: whose right to which round. No personal data. */
export type TicketClaims = {
  person: string
  contest: string
  round: number
  division: string
  unit?: string
  issuedAt: Instant
}

/** Media type in a ticket's header, which tells it from an identity token. */
export const ticketType = "ticket+jwt"

/** Seals and opens tickets. */
export interface Tickets {
  /** `expiresAt`: from this instant (rounded down to whole seconds) the ticket is worthless. */
  issue(claims: TicketClaims, expiresAt: Instant): Promise<string>
  /** Opens a ticket of the contest and round; a ticket for another round is no ticket here. */
  open(
    ticket: string,
    contest: string,
    round: number,
  ): Promise<
    | { ok: true; claims: TicketClaims }
    | { ok: false; code: Extract<ProblemCode, "ticket-invalid" | "ticket-expired"> }
  >
}

/** Tickets as JWS (HS256) under the service's own key (32 bytes, base64url): only the service reads what it wrote. */
export function ticketOffice(ticketKey: string, clock: Clock): Tickets {
  // Imported once: as plain bytes it would be at every ticket.
  const key = createSecretKey(Buffer.from(ticketKey, "base64url"))
  return {
    issue({ person, contest, round, division, unit, issuedAt }, expiresAt) {
      return new SignJWT({ contest, round, division, ...(unit === undefined ? {} : { unit }) })
        .setProtectedHeader({ alg: "HS256", typ: ticketType })
        .setSubject(person)
        .setIssuedAt(Math.floor(issuedAt / 1000))
        .setExpirationTime(Math.floor(expiresAt / 1000))
        .sign(key)
    },
    async open(ticket, contest, round) {
      try {
        const { payload } = await jwtVerify(ticket, key, {
          algorithms: ["HS256"],
          typ: ticketType,
          currentDate: new Date(clock()),
        })
        const { sub: person, iat, exp: _, ...rest } = v.parse(ticketPayload, payload)
        if (rest.contest !== contest || rest.round !== round) return { ok: false, code: "ticket-invalid" }
        const { unit, ...claims } = rest
        return {
          ok: true,
          claims: { ...claims, ...(unit === undefined ? {} : { unit }), person, issuedAt: iat * 1000 },
        }
      } catch (error) {
        // Expired is told apart because the page then asks for a new one; everything else is no ticket.
        return { ok: false, code: error instanceof errors.JWTExpired ? "ticket-expired" : "ticket-invalid" }
      }
    },
  }
}
