export const retries = ["same", "after", "reauth", "never"] as const
/** What a client does next: send the same again, after Retry-After, with a new credential, or not at all. */
export type Retry = (typeof retries)[number]

/** Every refusal the API knows: one closed list, the same on both ends of the wire. Imports nothing: phones carry it. */
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
} as const satisfies Record<string, { status: number; retry: Retry }>

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
export type Ineligibility = (typeof ineligibilityReasons)[number]
