import { readArguments } from "./readArguments.ts"
import { complaintsAbout } from "./report.ts"
import { simulate } from "./simulation/simulate.ts"

const { phones, seed } = readArguments(process.argv.slice(2))
const { report, counterexample } = await simulate(phones, seed)
const complaints = complaintsAbout(report, 20)
if (counterexample !== null) process.stderr.write(`${counterexample}\n`)
for (const complaint of complaints) process.stderr.write(`${complaint}\n`)
process.stdout.write(`${JSON.stringify(report)}\n`)
process.exitCode = complaints.length > 0 || counterexample !== null ? 1 : 0
