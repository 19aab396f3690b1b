import type { RoundReport } from "../../contest/roundReport.ts"
import type { Results } from "../../contract/results.ts"
import { textTable } from "./textTable.ts"

/** The report of a round as contests publish it: a line for each division and one for all, with shares of the entrants. */
export function reportText(results: readonly Results[]): string {
  const lines = results.map(({ division, report }) => reportLine(division, report))
  if (results.length > 1)
    lines.push(reportLine("all divisions", totalReport(results.map(({ report }) => report))))
  return textTable(lines)
}

/** The sum of several divisions' reports. */
export function totalReport(reports: readonly RoundReport[]): RoundReport {
  const sum = (of: (report: RoundReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0)
  return {
    entrants: sum(({ entrants }) => entrants),
    allCorrect: sum(({ allCorrect }) => allCorrect),
    atLeast75: sum(({ atLeast75 }) => atLeast75),
    from25To75: sum(({ from25To75 }) => from25To75),
    below25: sum(({ below25 }) => below25),
    noneRight: sum(({ noneRight }) => noneRight),
  }
}

function reportLine(division: string, report: RoundReport): Record<string, string | number> {
  const { entrants, allCorrect, atLeast75, from25To75, below25, noneRight } = report
  const share = (count: number) => (entrants === 0 ? "–" : `${((100 * count) / entrants).toFixed(2)} %`)
  const withShare = (count: number) => `${count} (${share(count)})`
  return {
    division,
    entrants,
    "all correct": withShare(allCorrect),
    "≥ 75 %": withShare(atLeast75),
    "25–75 %": withShare(from25To75),
    "< 25 %": withShare(below25),
    "none right": noneRight,
  }
}
