import { randomBytes } from "node:crypto"
import { exportJWK, generateKeyPair, type JWK } from "jose"
import type { Sql } from "../sql/sql.ts"

/** What the service keeps to itself for the life of its data. */
export type Secrets = {
  /** Signs receipts: a private P-256 key with `kid`. */
  receiptKey: JWK
  /** Seals tickets: 32 bytes, base64url. */
  ticketKey: string
  /** Turns persons into pseudonyms: 32 bytes, base64url. */
  personKey: string
}

/** Reads the secrets out of the database; makes those that are not there yet. Several processes end with the same ones. */
export async function loadSecrets(sql: Sql): Promise<Secrets> {
  return {
    receiptKey: await secret<JWK>(sql, "receipt-key", () => signingKey("receipt-1")),
    ticketKey: await secret(sql, "ticket-key", async () => randomBytes(32).toString("base64url")),
    personKey: await secret(sql, "person-key", async () => randomBytes(32).toString("base64url")),
  }
}

/** A new private P-256 key under the key id `kid`. */
export async function signingKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true })
  return { ...(await exportJWK(privateKey)), kid, alg: "ES256", use: "sig" }
}

async function secret<T>(sql: Sql, name: string, make: () => Promise<T>): Promise<T> {
  const read = async () =>
    (await sql.query<{ value: T }>("select value from secrets where name = $1", [name]))[0]
  const known = await read()
  if (known) return known.value
  await sql.query("insert into secrets (name, value) values ($1, $2::jsonb) on conflict do nothing", [
    name,
    JSON.stringify(await make()),
  ])
  // Read back: another process may have been first, and then its secret is the one.
  const made = await read()
  if (!made) throw new Error(`the secret ${name} could not be stored`)
  return made.value
}
