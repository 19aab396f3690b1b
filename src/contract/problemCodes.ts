// Imports nothing: phones carry these lists.

export const retries = ["same", "after", "reauth", "never"] as const
/** What a client does next: send the same again, after Retry-After, with a new credential, or not at all. */
export type Retry = (typeof retries)[number]

/** Every refusal that the API knows: one closed list, the same on both ends of the wire. What each means stands in problems.ts. */
export const problemCodes = [
  "malformed",
  "identity-missing",
  "identity-invalid",
  "ticket-invalid",
  "ticket-expired",
  "not-eligible",
  "round-not-open",
  "contest-unknown",
  "round-unknown",
  "entry-unknown",
  "results-not-published",
  "route-unknown",
  "already-entered",
  "round-closed",
  "too-large",
  "media-type",
  "invalid-entry",
  "paper-stale",
  "slow-down",
  "unexpected",
  "busy",
  "read-only",
] as const
export type ProblemCode = (typeof problemCodes)[number]

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
export type Ineligibility = (typeof ineligibilityReasons)[number]
