import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto"
import { SignJWT } from "jose"
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
        .setProtectedHeader(header)
        .setSubject(person)
        .setIssuedAt(Math.floor(issuedAt / 1000))
        .setExpirationTime(Math.floor(expiresAt / 1000))
        .sign(key)
    },
    async open(ticket, contest, round) {
      const payload = unseal(ticket, key)
      if (!payload) return { ok: false, code: "ticket-invalid" }
      const { sub: person, division, unit, iat, exp } = payload
      // Told apart because the page then asks for a new one; everything else is no ticket.
      if (exp <= Math.floor(clock() / 1000)) return { ok: false, code: "ticket-expired" }
      if (payload.contest !== contest || payload.round !== round) return { ok: false, code: "ticket-invalid" }
      const place = { division, ...(unit === undefined ? {} : { unit }) }
      return { ok: true, claims: { person, contest, round, ...place, issuedAt: iat * 1000 } }
    },
  }
}

const header = { alg: "HS256", typ: ticketType } as const
const writtenHeader = Buffer.from(JSON.stringify(header)).toString("base64url")

/**
 * What a ticket that this key sealed says, else null. At once, without the thread pool of the browser's crypto: an HMAC of
 * a few hundred bytes takes less time than the way there. Nothing is parsed before the seal holds, and the algorithm is
 * never the ticket's choice.
 */
function unseal(ticket: string, key: KeyObject): v.InferOutput<typeof ticketPayload> | null {
  const [head, payload = "", seal = "", ...more] = ticket.split(".")
  if (head !== writtenHeader || more.length > 0) return null
  const ours = createHmac("sha256", key).update(`${head}.${payload}`).digest("base64url")
  if (seal.length !== ours.length) return null
  if (!timingSafeEqual(Buffer.from(seal, "latin1"), Buffer.from(ours, "latin1"))) return null
  const parsed = v.safeParse(ticketPayload, fromBase64url(payload))
  return parsed.success ? parsed.output : null
}

/** Of text that the key has sealed, so of what `issue` wrote. */
function fromBase64url(text: string): unknown {
  return JSON.parse(Buffer.from(text, "base64url").toString())
}
