import * as v from "valibot"
import { entryCodePattern } from "./entryCodePattern.ts"
import { isoInstant, sha256Hex } from "./receipt.ts"

/**
 * One entry as the public ledger lists it: no name, no pseudonym, no unit. The SHA-256 of its canonical JSON is a leaf of
 * the root. With the paper's hash and the definition's rulesVersion it reproduces the receipt's entryHash.
 */
export const ledgerRowSchema = v.object({
  code: v.pipe(v.string(), v.regex(entryCodePattern)),
  division: v.string(),
  answers: v.record(v.string(), v.string()),
  prediction: v.number(),
  receivedAt: isoInstant,
  late: v.boolean(),
  /** There only where the citizen saw another version of the rules than the definition's. */
  rulesVersion: v.optional(v.string()),
})
export type LedgerRow = v.InferOutput<typeof ledgerRowSchema>

/**
 * A line of `GET …/ledger` (NDJSON): a row with its place (from 0) and the SHA-256 of its canonical JSON without these
 * two. The root is over the leaves in their order; with place and leaf beside it, a row that was tampered with can be named.
 */
export const ledgerLineSchema = v.object({ ...ledgerRowSchema.entries, index: v.number(), leaf: sha256Hex })
export type LedgerLine = v.InferOutput<typeof ledgerLineSchema>

/** `GET …/ledger/{code}`: a row with the way from its leaf to the root (contest/merkle.ts). */
export const ledgerProofSchema = v.object({
  row: ledgerRowSchema,
  /** Place in the ledger, from 0. */
  index: v.number(),
  count: v.number(),
  path: v.array(v.object({ side: v.picklist(["left", "right"]), digest: sha256Hex })),
  root: sha256Hex,
})
export type LedgerProof = v.InferOutput<typeof ledgerProofSchema>
