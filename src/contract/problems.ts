import * as v from "valibot"
import { ineligibilityReasons, problemCodes, retries } from "./problemCodes.ts"
import { receiptSchema } from "./receipt.ts"

/** RFC 9457, media type application/problem+json. */
export const problemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.picklist(problemCodes),
  detail: v.optional(v.string()),
  retry: v.picklist(retries),
  reason: v.optional(v.picklist(ineligibilityReasons)),
  /** round-not-open: when it opens. */
  opensAt: v.optional(v.string()),
  /** round-closed: when it closed. */
  closedAt: v.optional(v.string()),
  /** already-entered: the counted entry's receipt. */
  receipt: v.optional(receiptSchema),
  /** invalid-entry: what is wrong, and where. */
  issues: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
})
export type Problem = v.InferOutput<typeof problemSchema>
