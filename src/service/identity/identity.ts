import { errors, type JWTVerifyGetKey, jwtVerify } from "jose"
import * as v from "valibot"
import { accountKinds } from "../../contest/vocabulary.ts"
import type { Clock } from "../clock.ts"

/** What a host signs about a citizen. `person`: one stable pseudonym across both kinds of account. */
export const claimsSchema = v.object({
  sub: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  iat: v.number(),
  exp: v.number(),
  account: v.picklist(accountKinds),
  assurance: v.picklist([1, 2]),
  person: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  name: v.optional(v.pipe(v.string(), v.maxLength(200))),
  unit: v.optional(v.pipe(v.string(), v.maxLength(64))),
  ageBand: v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}(-\d{1,3}|\+)$/))),
  division: v.optional(v.pipe(v.string(), v.maxLength(64))),
})

/** A citizen as the host vouches for them, verified. */
export type Identity = v.InferOutput<typeof claimsSchema>

/** Longest life of an identity token, in seconds. */
export const maxLifeSeconds = 600

/** How a host may sign. */
export const identityAlgorithms = ["ES256", "EdDSA"] as const

/** What every token must say, beside `iss` and `aud`. */
const requiredClaims = ["sub", "iat", "exp", "jti"] as const

/** Whose tokens count. `keys`: the issuer's JWKS, local or remote. */
export type IdentityIssuer = { issuer: string; audience: string; keys: JWTVerifyGetKey }

/** Gives the citizen a token speaks for, or null for a token that is not accepted, whatever the reason. */
export type VerifyIdentity = (token: string) => Promise<Identity | null>

/**
 * Checks identity tokens of one issuer: signature by a pinned algorithm (ES256, EdDSA), `iss`, `aud`, `iat` and `exp` by
 * the service's clock, life at most 10 minutes, claims of the bridge's design. Rejects only when the keys cannot be had.
 */
export function identityVerifier({ issuer, audience, keys }: IdentityIssuer, clock: Clock): VerifyIdentity {
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: [...identityAlgorithms],
        issuer,
        audience,
        requiredClaims: [...requiredClaims],
        maxTokenAge: maxLifeSeconds,
        clockTolerance: 30,
        currentDate: new Date(clock()),
      })
      const claims = v.safeParse(claimsSchema, payload)
      if (!claims.success || claims.output.exp - claims.output.iat > maxLifeSeconds) return null
      return claims.output
    } catch (error) {
      // Unreachable keys are the service's trouble, every other jose error the token's.
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error
      return null
    }
  }
}
