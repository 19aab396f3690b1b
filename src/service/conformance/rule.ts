import type { Probe } from "./probe.ts"

/** The life of a round, as the suite walks through it; "afterwards" looks back at every answer that came. */
export const stages = ["before", "open", "closing", "closed", "published", "expired", "afterwards"] as const
export type Stage = (typeof stages)[number]

/** One thing that the contract asks of a service. */
export type Rule = {
  id: string
  says: string
  /** Where the contract says it. */
  source: string
  stage: Stage
  /** Gives every fault it sees; none: the rule is kept. Throws Unmet for a fault it cannot go on from, NotRun. */
  faults(probe: Probe): AsyncIterable<string>
}

export type RuleResult = Pick<Rule, "id" | "says" | "source"> & {
  result: "pass" | "fail" | "not run"
  /** What was seen, or why it was not run. */
  seen: string[]
}
