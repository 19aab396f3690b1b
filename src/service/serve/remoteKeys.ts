import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from "jose"
import { Refusal } from "../routes/problem.ts"

/**
 * The issuer's published keys: fetched at first use, again after an hour and when a token names an unknown key, but at
 * most every 30 seconds. Rejects with `busy` while they cannot be had: that is no fault of the token's.
 */
export function remoteKeys(url: URL): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url, {
    cacheMaxAge: 3_600_000,
    cooldownDuration: 30_000,
    timeoutDuration: 5000,
  })
  return async (header, token) => {
    try {
      return await keys(header, token)
    } catch (error) {
      if (error instanceof errors.JOSEError && tokensFault.has(error.code)) throw error
      // Timeouts, refused connections, answers other than 200, and what is no JWKS.
      throw new Refusal("busy", { detail: "the identity issuer's keys cannot be had", retryAfterSeconds: 10 })
    }
  }
}

const tokensFault = new Set<string>([
  errors.JWKSNoMatchingKey.code,
  errors.JWKSMultipleMatchingKeys.code,
  errors.JOSENotSupported.code,
  errors.JOSEAlgNotAllowed.code,
  errors.JWSInvalid.code,
])
