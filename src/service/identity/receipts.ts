import { CompactSign, importJWK, type JWK } from "jose"
import { canonicalJson } from "../../contract/canonicalJson.ts"
import type { Receipt } from "../../contract/receipt.ts"

/** Signs receipts, and says by which public keys they are checked. */
export interface Receipts {
  /** The whole receipt as the bytes that are stored and sent: canonical JSON with the signature. */
  sign(receipt: Omit<Receipt, "signature">): Promise<string>
  /** A JWKS without private members. */
  readonly keys: { keys: JWK[] }
}

/** Receipts as JWS (ES256) over the canonical JSON of everything but the signature. `receiptKey`: a private P-256 JWK. */
export async function receiptDesk(receiptKey: JWK): Promise<Receipts> {
  const key = await importJWK(receiptKey, "ES256")
  const { d: _, ...publicKey } = receiptKey
  const header = { alg: "ES256", kid: receiptKey.kid ?? "", typ: "receipt+jws" }
  return {
    async sign(receipt) {
      const payload = new TextEncoder().encode(canonicalJson(receipt))
      const signature = await new CompactSign(payload).setProtectedHeader(header).sign(key)
      return canonicalJson({ ...receipt, signature })
    },
    keys: { keys: [publicKey] },
  }
}
