import * as v from "valibot"
import { ineligibilityReasons, type ProblemCode, problemCodes, type Retry, retries } from "./problemCodes.ts"
import { receiptSchema } from "./receipt.ts"

/** With which status each refusal is sent, and what the client does next. */
export const problems = {
  malformed: { status: 400, retry: "never" },
  "identity-missing": { status: 401, retry: "reauth" },
  "identity-invalid": { status: 401, retry: "reauth" },
  "ticket-invalid": { status: 401, retry: "reauth" },
  "ticket-expired": { status: 401, retry: "reauth" },
  "not-eligible": { status: 403, retry: "never" },
  "round-not-open": { status: 403, retry: "after" },
  "contest-unknown": { status: 404, retry: "never" },
  "round-unknown": { status: 404, retry: "never" },
  "entry-unknown": { status: 404, retry: "never" },
  "results-not-published": { status: 404, retry: "after" },
  "route-unknown": { status: 404, retry: "never" },
  "already-entered": { status: 409, retry: "never" },
  "round-closed": { status: 410, retry: "never" },
  "too-large": { status: 413, retry: "never" },
  "media-type": { status: 415, retry: "never" },
  "invalid-entry": { status: 422, retry: "never" },
  "paper-stale": { status: 422, retry: "never" },
  "slow-down": { status: 429, retry: "after" },
  unexpected: { status: 500, retry: "same" },
  busy: { status: 503, retry: "after" },
  "read-only": { status: 503, retry: "after" },
} as const satisfies Record<ProblemCode, { status: number; retry: Retry }>

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
