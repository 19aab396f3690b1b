import { setTimeout as wait } from "node:timers/promises"
import type { Receipt } from "../../../src/contract/receipt.ts"
import { percentile, type Ratio, type Row } from "../benchmark.ts"
import { makeEntrants } from "./entrants.ts"
import type { LoadResult } from "./generator/load.ts"
import type { Stage } from "./stage.ts"

const entries = 10_000
const minuteMs = 60_000
const lastMs = 10_000
/** An entry whose bytes left the phone this long before close has arrived before it: both ends are on one machine. */
const underWayMs = 100

/**
 * The last minute before a round closes: 10,000 entries, half of them in its last ten seconds, each sent at its moment
 * whether or not earlier ones are answered, to both processes. Afterwards every receipt is looked for in the database, and
 * every judgement compared with when the entry was sent. Rejects where an entry gets no receipt.
 */
export async function measureDeadline(
  stage: Stage,
  progress: (line: string) => void,
): Promise<{ rows: Row[]; ratios: Ratio[] }> {
  const { generator, processes, sql } = stage
  const closesAt = Math.ceil((Date.now() + minuteMs + 45_000) / 1000) * 1000
  const paper = await stage.open("deadline", closesAt)
  const requests = await makeEntrants(stage, "deadline", paper, entries)
  const times = moments(closesAt)
  const aheadMs = (times[0] ?? 0) - Date.now()
  if (aheadMs < 2000) throw new Error("the entries were not ready before the deadline minute")
  progress(`${entries} entries in the deadline minute`)
  await wait(aheadMs - 2000)
  const origins = processes.map(({ origin }) => origin)
  const result = await generator.run({ origins, requests, pace: { times } })
  const refused = result.statuses.filter((status) => status !== 201)
  if (refused.length > 0) throw new Error(`${refused.length} entries were answered ${refused[0]}`)

  const stored = await sql.query<{ receipt: string }>(
    "select receipt from entries where contest = 'deadline'",
  )
  const rows = new Set(stored.map(({ receipt }) => receipt))
  const lost = result.bodies.filter((receipt) => !rows.has(receipt)).length
  const { wronglyLate, wronglyInTime } = misjudged(result, closesAt)
  const p99 = percentile(result.tookMs, 0.99)
  return {
    rows: [
      {
        name: `deadline minute, ${entries.toLocaleString("en-US")} entries`,
        figures: [
          { name: "rate", value: entries / (minuteMs / 1000), unit: "/s" },
          { name: "p50", value: percentile(result.tookMs, 0.5), unit: "ms" },
          { name: "p99", value: p99, unit: "ms" },
        ],
      },
    ],
    ratios: [
      { name: "deadline minute: p99 ÷ 1 s", value: p99 / 1000, budget: { atMost: 1 } },
      { name: "deadline minute: lost ÷ sent", value: lost / entries, budget: { atMost: 0 } },
      { name: "deadline minute: on time, judged late", value: wronglyLate, budget: { atMost: 0 } },
      { name: "deadline minute: too late, judged on time", value: wronglyInTime, budget: { atMost: 0 } },
    ],
  }
}

/** Half of the entries evenly over the first fifty seconds, half over the last ten. */
function moments(closesAt: number): number[] {
  const half = entries / 2
  const spread = (from: number, lastingMs: number) =>
    Array.from({ length: half }, (_, index) => from + (index * lastingMs) / half)
  return [...spread(closesAt - minuteMs, minuteMs - lastMs), ...spread(closesAt - lastMs, lastMs)]
}

function misjudged(
  { bodies, sentAt }: LoadResult,
  closesAt: number,
): { wronglyLate: number; wronglyInTime: number } {
  let [wronglyLate, wronglyInTime] = [0, 0]
  bodies.forEach((body, index) => {
    const { late } = JSON.parse(body) as Receipt
    const sent = sentAt[index] ?? 0
    if (late && sent < closesAt - underWayMs) wronglyLate += 1
    if (!late && sent >= closesAt) wronglyInTime += 1
  })
  return { wronglyLate, wronglyInTime }
}
