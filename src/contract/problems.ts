import * as v from "valibot"
import { receiptSchema } from "./receipt.ts"

export const retries = ["same", "after", "reauth", "never"] as const
/** What a client does next: send the same again, after Retry-After, with a new credential, or not at all. */
export type Retry = (typeof retries)[number]

/** Every refusal the API knows: one closed list, the same on both ends of the wire. */
export const problems = {
  malformed: { status: 400, retry: "never", title: "The request cannot be read" },
  "identity-missing": { status: 401, retry: "reauth", title: "An identity token is needed" },
  "identity-invalid": { status: 401, retry: "reauth", title: "The identity token is not accepted" },
  "ticket-invalid": { status: 401, retry: "reauth", title: "The ticket is not accepted" },
  "ticket-expired": { status: 401, retry: "reauth", title: "The ticket has expired" },
  "not-eligible": { status: 403, retry: "never", title: "This person may not enter" },
  "round-not-open": { status: 403, retry: "after", title: "The round has not opened yet" },
  "contest-unknown": { status: 404, retry: "never", title: "There is no such contest" },
  "round-unknown": { status: 404, retry: "never", title: "There is no such round" },
  "entry-unknown": { status: 404, retry: "never", title: "There is no such entry" },
  "results-not-published": { status: 404, retry: "after", title: "The results are not published yet" },
  "route-unknown": { status: 404, retry: "never", title: "There is nothing at this address" },
  "already-entered": { status: 409, retry: "never", title: "Another entry of this person counts" },
  "round-closed": { status: 410, retry: "never", title: "The round has closed" },
  "too-large": { status: 413, retry: "never", title: "The body is too large" },
  "media-type": { status: 415, retry: "never", title: "The body must be application/json" },
  "invalid-entry": { status: 422, retry: "never", title: "The entry does not fit the paper" },
  "paper-stale": { status: 422, retry: "never", title: "The entry answers another version of the paper" },
  "slow-down": { status: 429, retry: "after", title: "Too many requests of this person" },
  unexpected: { status: 500, retry: "same", title: "Something went wrong at the service" },
  busy: { status: 503, retry: "after", title: "The service is busy" },
  "read-only": { status: 503, retry: "after", title: "The service takes no entries at the moment" },
} as const satisfies Record<string, { status: number; retry: Retry; title: string }>

export type ProblemCode = keyof typeof problems

export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]]

/** Why a person may not enter (`not-eligible`). */
export const ineligibilityReasons = [
  "account-kind",
  "assurance",
  "age",
  "person-missing",
  "unit-required",
  "unit-unknown",
  "division-unknown",
  "division-frozen",
  "excluded",
] as const

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
export type Ineligibility = (typeof ineligibilityReasons)[number]
