import { createHash } from "node:crypto"
import type { Instant } from "../../contest/vocabulary.ts"
import type { Clock } from "../clock.ts"
import type { Identity, VerifyIdentity } from "../identity/identity.ts"

/**
 * Remembers verified tokens until they expire, so that a signature is checked once. `most`: how many are kept; beyond that
 * the oldest is forgotten and checked again. A token that was refused is not remembered, and no token is kept itself.
 */
export function cachedIdentities(verify: VerifyIdentity, clock: Clock, most = 50_000): VerifyIdentity {
  const known = new Map<string, { identity: Identity; expiresAt: Instant }>()
  return async (token) => {
    const name = createHash("sha256").update(token).digest("base64")
    const kept = known.get(name)
    if (kept && clock() < kept.expiresAt) return kept.identity
    known.delete(name)
    const identity = await verify(token)
    if (!identity) return null
    known.set(name, { identity, expiresAt: identity.exp * 1000 })
    const [oldest] = known.size > most ? known.keys() : []
    if (oldest !== undefined) known.delete(oldest)
    return identity
  }
}
