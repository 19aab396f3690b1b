import { decodeProtectedHeader } from "jose"
import type { ContestDefinition } from "../../contest/definition.ts"
import type { Identity } from "../identity/identity.ts"
import { ticketType } from "../identity/tickets.ts"
import type { Service } from "../service.ts"
import { Refusal } from "./problem.ts"

/** The bearer token of a request; refuses with `identity-missing`. */
export function bearerOf(authorization: string | undefined): string {
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? "") ?? []
  if (token === undefined) throw new Refusal("identity-missing")
  return token
}

/** The citizen an identity token speaks for; refuses with `identity-missing` or `identity-invalid`. */
export async function identityOf(
  { verifyIdentity }: Service,
  authorization: string | undefined,
): Promise<Identity> {
  const identity = await verifyIdentity(bearerOf(authorization))
  if (!identity) throw new Refusal("identity-invalid")
  return identity
}

/** The pseudonym of the citizen an identity token speaks for; refuses as `identityOf`, and `not-eligible` without one. */
export async function personOfToken(
  service: Service,
  definition: ContestDefinition,
  authorization: string | undefined,
): Promise<string> {
  const person = service.personOf(definition, await identityOf(service, authorization))
  if (person === null) throw new Refusal("not-eligible", { reason: "person-missing" })
  return person
}

/** Whether a bearer token calls itself a ticket; nothing is verified by that. */
export function isTicket(token: string): boolean {
  try {
    return decodeProtectedHeader(token).typ === ticketType
  } catch {
    // Not even a JWS: the identity check will refuse it.
    return false
  }
}
