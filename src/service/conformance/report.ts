import type { RuleResult } from "./rule.ts"

/** The results as a table for people: one line a rule, what was seen under it, and the sum. */
export function reportText(results: readonly RuleResult[]): string {
  const width = Math.max(...results.map(({ id }) => id.length))
  const lines = results.flatMap(({ id, says, source, result, seen }) => [
    `${(result === "fail" ? "FAIL" : result).padEnd(8)} ${id.padEnd(width)}  ${says}`,
    ...(result === "fail" ? [`${"".padEnd(width + 11)}contract: ${source}`] : []),
    ...seen.map((one) => `${"".padEnd(width + 11)}${result === "fail" ? "seen: " : ""}${one}`),
  ])
  return `${[...lines, "", sumOf(results)].join("\n")}\n`
}

/** How many rules passed, failed and were not run. */
export function sumOf(results: readonly RuleResult[]): string {
  const count = (result: RuleResult["result"]) => results.filter((one) => one.result === result).length
  return `${results.length} rules: ${count("pass")} pass, ${count("fail")} fail, ${count("not run")} not run`
}
