/** What a check came to. `why`: one sentence for the integrator. */
export type Outcome =
  | { state: "pass" }
  | { state: "fail"; why: string }
  | { state: "not granted" }
  | { state: "not run"; why: string }

export const pass: Outcome = { state: "pass" }
export const notGranted: Outcome = { state: "not granted" }

/** The host breaks the rule. */
export function fail(why: string): Outcome {
  return { state: "fail", why }
}

/** Nothing can be said of the rule, or not yet. */
export function notRun(why: string): Outcome {
  return { state: "not run", why }
}

/** Passes when nothing is wrong. */
export function verdict(why: string | false | undefined): Outcome {
  return why ? fail(why) : pass
}
