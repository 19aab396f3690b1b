import { randomUUID } from "node:crypto"
import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { importJWK, SignJWT } from "jose"
import { miniAppId } from "../../src/contract/clientConfig.ts"
import { signingKey } from "../../src/service/identity/secrets.ts"

const issuer = "https://identity.test"

/** A host's identity service: publishes its key on the loopback and vouches for anyone. */
export async function startIdentityIssuer() {
  const { d, ...publicKey } = await signingKey("issuer-1")
  const key = await importJWK({ ...publicKey, ...(d === undefined ? {} : { d }) }, "ES256")
  const server = createServer((_, answer) => {
    answer.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ keys: [publicKey] }))
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  return {
    /** What `serve` needs to trust it. */
    environment: { IDENTITY_ISSUER: issuer, IDENTITY_JWKS_URL: `http://127.0.0.1:${port}/keys` },
    token: (person: string) =>
      new SignJWT({ person, account: "vneid", assurance: 2 })
        .setProtectedHeader({ alg: "ES256", kid: "issuer-1" })
        .setIssuer(issuer)
        .setAudience(miniAppId)
        .setSubject(`sub-${person}`)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime("5m")
        .sign(key),
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

export type IdentityIssuer = Awaited<ReturnType<typeof startIdentityIssuer>>
