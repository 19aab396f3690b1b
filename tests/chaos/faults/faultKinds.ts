/**
 * What can go wrong between a phone and the service. "before": the service never acts on the request; "after": it has
 * committed, and the phone does not learn of it in the way it should.
 */
export const faultKinds = [
  "refuse-before",
  "hang-before",
  "hang-after",
  "drop-before",
  "drop-after",
  "truncate-before",
  "truncate-after",
  "500-before",
  "500-after",
  "503-before",
  "503-after",
  "429-before",
  "429-after",
  "401-before",
  "401-after",
  "portal-before",
  "portal-after",
  "slow-before",
  "slow-after",
] as const
export type FaultKind = (typeof faultKinds)[number]

/** A fault as it strikes one request. `waitMs`: how long what is slow or hangs takes. `part`: 0 ≤ x < 1, where it cuts. */
export type Fault = { kind: FaultKind; waitMs: number; retryAfterSeconds: number; part: number }
