import { entryCodePattern } from "../contract/entryCodePattern.ts"
import type { Receipt } from "../contract/receipt.ts"
import { flag, matching, number, optional, type Read, shape, text } from "./read.ts"

/** The same instants as valibot's isoTimestamp, which the contract's schema uses. */
export const instant = matching(
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u,
)

/** SHA-256 in hexadecimal digits. */
export const hash = matching(/^[0-9a-f]{64}$/)

/**
 * Reads a receipt: agrees with `receiptSchema` on every JSON value (a test sets them against each other), at a quarter
 * of the bytes, so that neither worker nor page carries a schema library to send an entry.
 */
export const readReceipt: Read<Receipt> = shape<Receipt>({
  code: matching(entryCodePattern),
  contest: text,
  round: number,
  division: text,
  unit: optional(text),
  receivedAt: instant,
  late: flag,
  prediction: number,
  entryHash: hash,
  signature: text,
})
