import { readFileSync } from "node:fs"
import type { JWK } from "jose"
import * as v from "valibot"
import type { Secrets } from "../identity/secrets.ts"

const keyOf32Bytes = v.pipe(v.string(), v.regex(/^[\w-]{43}$/, "must be 32 bytes in base64url"))
const coordinate = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))
const receiptKey = v.object({
  kty: v.literal("EC"),
  crv: v.literal("P-256"),
  kid: v.pipe(v.string(), v.minLength(1)),
  x: coordinate,
  y: coordinate,
  d: v.optional(coordinate),
})
const fileSchema = v.strictObject({
  receiptKeys: v.pipe(
    v.array(receiptKey),
    v.minLength(1),
    v.check(([first]) => first?.d !== undefined, "the first must be private: it signs"),
    v.check((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, "two have the same kid"),
  ),
  ticketKeys: v.pipe(v.array(keyOf32Bytes), v.minLength(1)),
  personKey: keyOf32Bytes,
})

/**
 * Keys with those before and after them. The first of a list signs or seals; the others only check, so that a key can
 * come and go without a moment at which two processes disagree.
 */
export type KeyRing = { receiptKeys: JWK[]; ticketKeys: string[]; personKey: Secrets["personKey"] }

/** Reads SECRETS_FILE (JSON). Throws one line that names the member at fault, and never shows a key. */
export function readSecretsFile(path: string): KeyRing {
  let file: unknown
  try {
    file = JSON.parse(readFileSync(path, "utf8"))
  } catch (error) {
    // A parser's message would quote the text, and the text is secret.
    const why = error instanceof SyntaxError ? "it is no JSON" : String(error)
    throw new Error(`SECRETS_FILE ${path} cannot be read: ${why}`)
  }
  const parsed = v.safeParse(fileSchema, file)
  if (parsed.success) return { ...parsed.output, receiptKeys: parsed.output.receiptKeys.map(forSigning) }
  const [{ message }] = parsed.issues
  const said = /received/i.test(message) ? "is not what it should be" : message
  throw new Error(`SECRETS_FILE ${path}: ${v.getDotPath(parsed.issues[0]) ?? "the file"} ${said}`)
}

function forSigning({ d, ...key }: v.InferOutput<typeof receiptKey>): JWK {
  return { ...key, alg: "ES256", use: "sig", ...(d === undefined ? {} : { d }) }
}
