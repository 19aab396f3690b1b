import * as v from "valibot"
import { entryCodePattern } from "./entryCode.ts"
import { isoInstant } from "./receipt.ts"

/** One entry as the public ledger lists it: no name, no pseudonym, no unit. Its canonical JSON is a leaf of the root. */
export const ledgerRowSchema = v.object({
  code: v.pipe(v.string(), v.regex(entryCodePattern)),
  division: v.string(),
  answers: v.record(v.string(), v.string()),
  prediction: v.number(),
  receivedAt: isoInstant,
  late: v.boolean(),
})
export type LedgerRow = v.InferOutput<typeof ledgerRowSchema>
