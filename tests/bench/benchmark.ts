/** One measured number. `name` heads its column, with the unit behind it: `{ name: "p99", value: 12.5, unit: "ms" }`. */
export type Figure = { name: string; value: number; unit: string }

/** What ran, and how it did. Rows of a table may hold different figures. */
export type Row = { name: string; figures: readonly Figure[] }

/** What a ratio may be: at least, or at most, so much. */
export type Budget = { atLeast: number } | { atMost: number }

/**
 * What a benchmark is read by: something measured against what ran beside it in the same run, or a share of something
 * counted. Machines differ and ratios hardly do. Without a budget it is shown, not checked.
 */
export type Ratio = { name: string; value: number; budget?: Budget }

/** What a benchmark found. `about`: what was run and under which conditions, a line each. */
export type Table = { about: readonly string[]; rows: readonly Row[]; ratios: readonly Ratio[] }

/** Runs and measures. `progress`: told, a line each, what is just being done. Rejects where it could not measure. */
export type Benchmark = (progress: (line: string) => void) => Promise<Table>

/** Whether a ratio keeps its budget. What could not be measured (not a finite number) keeps none. */
export function keepsBudget({ value, budget }: Ratio): boolean {
  if (!budget) return true
  if (!Number.isFinite(value)) return false
  return "atLeast" in budget ? value >= budget.atLeast : value <= budget.atMost
}

/** The middle of the values; between two middle ones, their mean. Throws RangeError without a value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (low === undefined || high === undefined) throw new RangeError("no values have no median")
  return (low + high) / 2
}

/** The smallest value that `share` (0..1) of the values do not exceed. Throws RangeError without a value. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new RangeError("no values have no percentile")
  return value
}
