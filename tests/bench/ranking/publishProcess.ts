import { readFileSync } from "node:fs"
import { receiptDesk } from "../../../src/service/identity/receipts.ts"
import { loadSecrets } from "../../../src/service/identity/secrets.ts"
import { openData } from "../../../src/service/openData.ts"
import { takeCheckpoint } from "../../../src/service/organiser/checkpoint.ts"
import { publishRound } from "../../../src/service/organiser/publish.ts"

/** What a process that sealed or published a round says of it. */
export type PublishReport = {
  seconds: number
  /** The most memory the process ever held, in MB. */
  peakMegabytes: number
}

// A process of its own, as the organiser's command is: `seal` makes the final checkpoint, `publish` the results.
const [step = "", databaseUrl = "", contest = ""] = process.argv.slice(2)
const sql = await openData(databaseUrl)
const receipts = await receiptDesk((await loadSecrets(sql)).receiptKey)
const began = performance.now()
if (step === "seal") await takeCheckpoint(sql, receipts, contest, 1, Date.now(), true)
else {
  const outcome = await publishRound(sql, receipts, contest, 1, "bench", Date.now())
  if (!outcome.ok) throw new Error(outcome.reason)
}
const seconds = (performance.now() - began) / 1000
await sql.close()
const report: PublishReport = { seconds, peakMegabytes: peakKilobytes() / 1024 }
process.stdout.write(JSON.stringify(report))

/** The kernel's count for a process begins with what its parent held when it split off; that of its memory does not. */
function peakKilobytes(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS
  const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? []
  return Number(peak)
}
