import { findChromium } from "../setup/findChromium.ts"
import { chaosInChromium } from "./chromium/chaosInChromium.ts"
import { readArguments } from "./readArguments.ts"
import { complaintsAbout } from "./report.ts"

const { phones, seed } = readArguments(process.argv.slice(2))
const report = await chaosInChromium({
  phones,
  seed,
  executablePath: findChromium(),
  tell: (line) => process.stderr.write(`${line}\n`),
})
const complaints = complaintsAbout(report, 12)
for (const complaint of complaints) process.stderr.write(`${complaint}\n`)
process.stdout.write(`${JSON.stringify(report)}\n`)
process.exitCode = complaints.length > 0 ? 1 : 0
