import type { CheckResult } from "./runChecks.ts"

export type ReportHead = { transport: string; host: string; userAgent: string; at: string }

export type Counts = Record<CheckResult["outcome"]["state"], number>

/** How many results there are of each kind. */
export function countsOf(results: readonly CheckResult[]): Counts {
  const counts: Counts = { pass: 0, fail: 0, "not granted": 0, "not run": 0 }
  for (const { outcome } of results) counts[outcome.state] += 1
  return counts
}

/** The results as a text to be mailed: the counts first, then every rule with its result and the reason. */
export function reportText(
  { transport, host, userAgent, at }: ReportHead,
  results: readonly CheckResult[],
): string {
  const counts = countsOf(results)
  const lines = results.map(({ id, rule, outcome }) => {
    const why = "why" in outcome ? `: ${outcome.why}` : ""
    return `${outcome.state.toUpperCase().padEnd(11)}  ${id.padEnd(20)}  ${rule}${why}`
  })
  return [
    `Bridge check, ${at}`,
    `Host: ${host}; transport: ${transport}`,
    userAgent,
    `${counts.pass} pass, ${counts.fail} fail, ${counts["not granted"]} not granted, ${counts["not run"]} not run`,
    "",
    ...lines,
    "",
  ].join("\n")
}
