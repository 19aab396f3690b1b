import { randomUUID } from "node:crypto"
import { createLocalJWKSet, importJWK, SignJWT } from "jose"
import { miniAppId } from "../../contract/clientConfig.ts"
import type { Clock } from "../clock.ts"
import type { IdentityIssuer } from "../identity/identity.ts"
import { signingKey } from "../identity/secrets.ts"

/** The issuer's name in demo tokens; a production service refuses to start with it. */
export const demoIssuerName = "urn:hue-s-contest:demo-issuer"

/** A stand-in for the host's identity service. */
export interface DemoIssuer {
  readonly trusted: IdentityIssuer
  /** Signs the claims; iss, aud, iat, exp and jti are filled in where they are missing, null ones are left out. */
  sign(claims: Record<string, unknown>): Promise<{ token: string; expiresAt: string }>
}

/** How long a demo token lives, in seconds: as long as the bridge allows. */
const lifeSeconds = 600

/** Makes an issuer with a key that lives and dies with the process. */
export async function makeDemoIssuer(clock: Clock): Promise<DemoIssuer> {
  const jwk = await signingKey("demo-1")
  const key = await importJWK(jwk, "ES256")
  const { d: _, ...publicKey } = jwk
  return {
    trusted: { issuer: demoIssuerName, audience: miniAppId, keys: createLocalJWKSet({ keys: [publicKey] }) },
    async sign(claims) {
      const iat = Math.floor(clock() / 1000)
      const all = {
        iss: demoIssuerName,
        aud: miniAppId,
        iat,
        exp: iat + lifeSeconds,
        jti: randomUUID(),
        ...claims,
      }
      const present = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
      const token = await new SignJWT(present).setProtectedHeader({ alg: "ES256", kid: "demo-1" }).sign(key)
      return { token, expiresAt: new Date((Number(all.exp) || iat) * 1000).toISOString() }
    },
  }
}
