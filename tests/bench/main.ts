import { keepsBudget, type Table } from "./benchmark.ts"
import { benchmarks } from "./benchmarks.ts"
import { readArguments } from "./readArguments.ts"
import { tableText } from "./tableText.ts"

/** Runs the benchmarks asked for one after the other, prints what they found, and with --check minds the budgets. */
async function main(): Promise<void> {
  const { names, json, check } = readArguments(process.argv.slice(2), Object.keys(benchmarks))
  const tables: Record<string, Table> = {}
  for (const name of names) {
    const run = await benchmarks[name]?.()
    if (!run) throw new Error(`no benchmark "${name}"`)
    // Progress goes beside the tables, which may be piped on.
    const table = await run((line) => process.stderr.write(`${name}: ${line}\n`))
    tables[name] = table
    if (!json) process.stdout.write(`${tableText(name, table)}\n`)
  }
  if (json) process.stdout.write(`${JSON.stringify(tables, null, 2)}\n`)
  const missed = Object.entries(tables).flatMap(([name, { ratios }]) =>
    ratios.filter((ratio) => !keepsBudget(ratio)).map((ratio) => `${name}: ${ratio.name}`),
  )
  if (check && missed.length > 0) {
    process.stderr.write(`budgets missed:\n${missed.map((line) => `  ${line}\n`).join("")}`)
    process.exitCode = 1
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
