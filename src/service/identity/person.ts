import { createHmac } from "node:crypto"
import type { ContestDefinition } from "../../contest/definition.ts"
import type { Identity } from "./identity.ts"

/** Gives the pseudonym under which a contest knows a citizen, or null where the definition needs a claim that is missing. */
export type PersonOf = (definition: ContestDefinition, identity: Identity) => string | null

/**
 * Pseudonyms: HMAC-SHA256 over the contest and the `person` claim (or the account, where the definition counts accounts),
 * base64url. One contest's pseudonyms cannot be matched with another's.
 */
export function personKeeper(personKey: string): PersonOf {
  return ({ id, eligibility }, { person, account, sub }) => {
    const who = eligibility.identity === "person" ? person : `${account}\n${sub}`
    if (who === undefined) return null
    const message = JSON.stringify([id, eligibility.identity, who])
    return createHmac("sha256", Buffer.from(personKey, "base64url")).update(message).digest("base64url")
  }
}
