import { type Figure, median, percentile, type Ratio, type Row } from "../benchmark.ts"
import { makeEntrants } from "./entrants.ts"
import { type PgbenchRow, runPgbench } from "./pgbench.ts"
import type { Stage } from "./stage.ts"

/** Connections of pgbench, and connections that send entries: a crowd, as before a deadline. */
export const clients = 160
const rounds = 9
const entriesARound = 8000

/**
 * Entries through the API in turns with pgbench inserting the same row: by both processes, then by one. Each side warms up
 * unmeasured. Of each round the ratio, of the ratios the median. Rejects where an entry is not stored.
 */
export async function measureEntries(
  stage: Stage,
  progress: (line: string) => void,
): Promise<{ rows: Row[]; ratios: Ratio[] }> {
  const { databaseUrl, sql, generator, processes } = stage
  const paper = await stage.open("bench", Math.ceil(Date.now() / 1000 + 1800) * 1000)
  const origins = processes.map(({ origin }) => origin)

  const enter = async (through: string[]) => {
    const requests = await makeEntrants(stage, "bench", paper, entriesARound)
    // What earlier rounds left to be written is not written during the next.
    await sql.script("checkpoint")
    const { seconds, statuses, tookMs } = await generator.run({
      origins: through,
      requests,
      pace: { clients },
    })
    const refused = statuses.filter((status) => status !== 201)
    if (refused.length > 0) throw new Error(`${refused.length} entries were answered ${refused[0]}`)
    return { perSecond: requests.length / seconds, tookMs }
  }
  const insert = async (row: PgbenchRow) => {
    await sql.script("checkpoint")
    return runPgbench(databaseUrl, row, clients, entriesARound)
  }

  progress(`warming up; ${entriesARound} entries each time`)
  for (let time = 0; time < 3; time += 1) await enter(origins)
  const row = await storedRow(stage)
  await insert(row)
  const found: { pgbench: number; both: number; one: number; tookMs: number[] }[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const pgbench = await insert(row)
    const { perSecond: both, tookMs } = await enter(origins)
    const { perSecond: one } = await enter(origins.slice(0, 1))
    found.push({ pgbench, both, one, tookMs })
    const [beside, ours, alone] = [pgbench, both, one].map(Math.round)
    progress(`round ${round} of ${rounds}: pgbench ${beside}/s, entries ${ours}/s, by one process ${alone}/s`)
  }

  const speed = (value: number): Figure => ({ name: "rate", value, unit: "/s" })
  const took = found.flatMap(({ tookMs }) => tookMs)
  return {
    rows: [
      { name: "pgbench, inserting the same row", figures: [speed(median(found.map((one) => one.pgbench)))] },
      {
        name: "entries, two processes",
        figures: [
          speed(median(found.map(({ both }) => both))),
          { name: "p50", value: percentile(took, 0.5), unit: "ms" },
          { name: "p99", value: percentile(took, 0.99), unit: "ms" },
        ],
      },
      { name: "entries, one process", figures: [speed(median(found.map(({ one }) => one)))] },
    ],
    ratios: [
      {
        name: "entries ÷ pgbench inserts",
        value: median(found.map(({ both, pgbench }) => both / pgbench)),
        budget: { atLeast: 0.5 },
      },
      { name: "two processes ÷ one", value: median(found.map(({ both, one }) => both / one)) },
    ],
  }
}

/** An entry as the service stored it, for pgbench to insert. */
async function storedRow({ sql }: Stage): Promise<PgbenchRow> {
  const [row] = await sql.query<PgbenchRow>(
    `select 'beside' as contest, left(person, 31) as person, left(code, -12) as code, division, answers::text, rules_version, answered_at,
            entry_hash, received_at::text, receipt
     from entries where contest = 'bench' limit 1`,
  )
  if (!row) throw new Error("the entries of the warm-up are not stored")
  return row
}
