import { CompactSign, importJWK, type JWK } from "jose"
import { canonicalJson } from "../../contract/canonicalJson.ts"
import type { Receipt } from "../../contract/receipt.ts"

/** Signs receipts, and says by which public keys they are checked. */
export interface Receipts {
  /** The whole receipt as the bytes that are stored and sent: canonical JSON with the signature. */
  sign(receipt: Omit<Receipt, "signature">): Promise<string>
  /** A JWS over any other statement of the service, e.g. a checkpoint's canonical JSON. */
  signStatement(text: string): Promise<string>
  /** A JWKS without private members. */
  readonly keys: { keys: JWK[] }
}

/** Receipts as JWS (ES256) over the canonical JSON of everything but the signature. `receiptKey`: a private P-256 JWK. */
export async function receiptDesk(receiptKey: JWK): Promise<Receipts> {
  const key = await importJWK(receiptKey, "ES256")
  const { d: _, ...publicKey } = receiptKey
  const header = { alg: "ES256", kid: receiptKey.kid ?? "" }
  const sign = (text: string, typ: string) =>
    new CompactSign(new TextEncoder().encode(text)).setProtectedHeader({ ...header, typ }).sign(key)
  return {
    async sign(receipt) {
      return canonicalJson({ ...receipt, signature: await sign(canonicalJson(receipt), "receipt+jws") })
    },
    signStatement: (text) => sign(text, "statement+jws"),
    keys: { keys: [publicKey] },
  }
}
