import { createPrivateKey, sign as signBytes } from "node:crypto"
import type { JWK } from "jose"
import { canonicalJson } from "../../contract/canonicalJson.ts"
import type { Receipt } from "../../contract/receipt.ts"
import { type Batching, inBatches } from "../inBatches.ts"

/** Signs receipts, and says by which public keys they are checked. */
export interface Receipts {
  /** The whole receipt as the bytes that are stored and sent: canonical JSON with the signature. */
  sign(receipt: Omit<Receipt, "signature">): Promise<string>
  /** A JWS over any other statement of the service, e.g. a checkpoint's canonical JSON. */
  signStatement(text: string): Promise<string>
  /** A JWKS without private members. */
  readonly keys: { keys: JWK[] }
}

/**
 * The receipts of one turn of the event loop are signed one right after the other: a signature reads long tables, which are
 * still in the processor's cache for the next one, and no more where a whole request came in between.
 */
const together: Batching = { atOnce: 1, most: 100, isEverybodys: () => false }

/** Receipts as JWS (ES256) over the canonical JSON of everything but the signature. `receiptKey`: a private P-256 JWK. */
export async function receiptDesk(receiptKey: JWK): Promise<Receipts> {
  const key = {
    key: createPrivateKey({ key: receiptKey, format: "jwk" }),
    dsaEncoding: "ieee-p1363",
  } as const
  const { d: _, ...publicKey } = receiptKey
  // RFC 7515: header.payload.signature, the two numbers of an ES256 signature one after the other. At once, because the
  // browser's crypto would spend more time on its way to another thread than on signing.
  const signer = (typ: string) => {
    const header = base64url(JSON.stringify({ alg: "ES256", kid: receiptKey.kid ?? "", typ }))
    return (text: string) => {
      const signed = `${header}.${base64url(text)}`
      return `${signed}.${signBytes("sha256", Buffer.from(signed), key).toString("base64url")}`
    }
  }
  const signatureOf = signer("receipt+jws")
  const signStatement = signer("statement+jws")
  const signReceipt = (receipt: Omit<Receipt, "signature">) =>
    canonicalJson({ ...receipt, signature: signatureOf(canonicalJson(receipt)) })
  return {
    sign: inBatches(async (receipts) => receipts.map(signReceipt), together),
    signStatement: async (text) => signStatement(text),
    keys: { keys: [publicKey] },
  }
}

function base64url(text: string): string {
  return Buffer.from(text).toString("base64url")
}
