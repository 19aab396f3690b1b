import { type Budget, type Figure, keepsBudget, type Ratio, type Table } from "./benchmark.ts"

/** A benchmark's table as people read it: what was run, the figures in columns, the ratios with their budgets. */
export function tableText(name: string, { about, rows, ratios }: Table): string {
  const columns = [...new Set(rows.flatMap(({ figures }) => figures.map(columnOf)))]
  const figures = [
    ["", ...columns],
    ...rows.map((row) => [
      row.name,
      ...columns.map((column) => {
        const figure = row.figures.find((one) => columnOf(one) === column)
        return figure ? numberText(figure.value) : ""
      }),
    ]),
  ]
  const judged = ratios.map((ratio) => [ratio.name, numberText(ratio.value), ...budgetCells(ratio)])
  return [
    name.toUpperCase(),
    ...about,
    "",
    ...aligned(figures),
    "",
    ...aligned([["ratios of this run", "", "budget", ""], ...judged]),
    "",
  ].join("\n")
}

function columnOf({ name, unit }: Figure): string {
  return unit === "" ? name : `${name} (${unit})`
}

function budgetCells(ratio: Ratio): [budget: string, verdict: string] {
  return ratio.budget ? [budgetText(ratio.budget), keepsBudget(ratio) ? "kept" : "MISSED"] : ["", ""]
}

function budgetText(budget: Budget): string {
  return "atLeast" in budget ? `≥ ${numberText(budget.atLeast)}` : `≤ ${numberText(budget.atMost)}`
}

/** Three digits that count; above a thousand, whole numbers with their thousands apart. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return "–"
  return Math.abs(value) >= 1000
    ? Math.round(value).toLocaleString("en-US")
    : String(Number(value.toPrecision(3)))
}

/** The first column to the left, the others to the right. */
function aligned(cells: readonly (readonly string[])[]): string[] {
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => (row[column] ?? "").length)),
  )
  return cells.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  )
}
