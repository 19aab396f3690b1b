import * as v from "valibot"
import { entryCodePattern } from "./entryCodePattern.ts"

/** An instant as it stands on the wire. */
export const isoInstant = v.pipe(v.string(), v.isoTimestamp())

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/**
 * The service's word that an entry counts. `receivedAt` in whole seconds of the service's clock; `entryHash` as in
 * entryHash.ts; `signature`: a JWS (ES256) whose payload is the canonical JSON of all the other members.
 */
export const receiptSchema = v.object({
  code: v.pipe(v.string(), v.regex(entryCodePattern)),
  contest: v.string(),
  round: v.number(),
  division: v.string(),
  unit: v.optional(v.string()),
  receivedAt: isoInstant,
  late: v.boolean(),
  prediction: v.number(),
  entryHash: sha256Hex,
  signature: v.string(),
})
export type Receipt = v.InferOutput<typeof receiptSchema>
