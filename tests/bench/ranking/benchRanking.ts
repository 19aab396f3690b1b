import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { openData } from "../../../src/service/openData.ts"
import type { Sql } from "../../../src/service/sql/sql.ts"
import { loadShortContest } from "../../postgres/shortContest.ts"
import { startPostgres } from "../../setup/startPostgres.ts"
import { type Benchmark, median, type Row } from "../benchmark.ts"
import type { PublishReport } from "./publishProcess.ts"
import { readRound } from "./readRound.ts"
import { seedRound } from "./seedRound.ts"

/** Entries of a round, and how often it is published: the small ones are soon done and noisy. */
const sizes = [
  { count: 10_000, times: 5 },
  { count: 100_000, times: 3 },
  { count: 1_000_000, times: 1 },
]
const mostMegabytes = 256

type Measured = {
  count: number
  seal: number
  publish: number
  read: number
  ratio: number
  peakMegabytes: number
}

/** Publishing beside reading: what marking and ranking cost more than fetching the round's entries in order once. */
export const benchRanking: Benchmark = async (progress) => {
  const database = await startPostgres({ durable: true })
  const sql = await openData(database.url)
  try {
    const measured: Measured[] = []
    for (const { count, times } of sizes)
      measured.push(await measure(sql, database.url, count, times, progress))
    return tableOf(measured)
  } finally {
    await sql.close()
    await database.stop()
  }
}

async function measure(
  sql: Sql,
  databaseUrl: string,
  count: number,
  times: number,
  progress: (line: string) => void,
): Promise<Measured> {
  const contest = `bench-${count}`
  const day = 86_400_000
  const closedAt = Math.floor(Date.now() / 1000) * 1000 - day
  await loadShortContest(databaseUrl, contest, closedAt)
  progress(`making ${count} entries`)
  await seedRound(sql, contest, count, closedAt - 7 * day)
  const seal = await inProcess("seal", databaseUrl, contest)
  progress(`${count} entries: sealed in ${seal.seconds.toFixed(1)} s`)
  const rounds: { publish: PublishReport; read: number }[] = []
  for (let time = 1; time <= times; time += 1) {
    const before = await readRound(databaseUrl, contest)
    if (before.count !== count) throw new Error(`${before.count} entries instead of ${count}`)
    const publish = await inProcess("publish", databaseUrl, contest)
    const after = await readRound(databaseUrl, contest)
    rounds.push({ publish, read: (before.seconds + after.seconds) / 2 })
    await unpublish(sql, contest)
    const [published, read] = [publish.seconds, before.seconds, after.seconds].map((one) => one.toFixed(2))
    progress(`${count} entries: published in ${published} s, read in ${read} s`)
  }
  return {
    count,
    seal: seal.seconds,
    publish: median(rounds.map(({ publish }) => publish.seconds)),
    read: median(rounds.map(({ read }) => read)),
    ratio: median(rounds.map(({ publish, read }) => publish.seconds / read)),
    peakMegabytes: Math.max(seal.peakMegabytes, ...rounds.map(({ publish }) => publish.peakMegabytes)),
  }
}

async function inProcess(
  step: "seal" | "publish",
  databaseUrl: string,
  contest: string,
): Promise<PublishReport> {
  const file = fileURLToPath(new URL("./publishProcess.ts", import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--import",
    "tsx",
    file,
    step,
    databaseUrl,
    contest,
  ])
  return JSON.parse(stdout) as PublishReport
}

async function unpublish(sql: Sql, contest: string): Promise<void> {
  await sql.query("delete from publications where contest = $1", [contest])
  await sql.query("delete from marks where contest = $1", [contest])
  await sql.script("vacuum marks")
}

function tableOf(measured: readonly Measured[]): Awaited<ReturnType<Benchmark>> {
  const rows: Row[] = measured.map(({ count, seal, publish, read, peakMegabytes }) => ({
    name: `${count.toLocaleString("en-US")} entries`,
    figures: [
      { name: "read in order", value: read, unit: "s" },
      { name: "publish", value: publish, unit: "s" },
      { name: "final checkpoint", value: seal, unit: "s" },
      { name: "peak memory", value: peakMegabytes, unit: "MB" },
    ],
  }))
  const [small, middle, large] = measured
  if (!small || !middle || !large) throw new Error("three sizes were measured")
  const perEntry = ({ publish, count }: Measured) => publish / count
  return {
    about: ["publishing a round (mark, rank, give prizes) by a process of its own, PostgreSQL with fsync"],
    rows,
    ratios: [
      { name: "publish 1,000,000 ÷ reading them in order", value: large.ratio, budget: { atMost: 3 } },
      {
        name: `peak memory ÷ ${mostMegabytes} MB`,
        value: Math.max(...measured.map((one) => one.peakMegabytes)) / mostMegabytes,
        budget: { atMost: 1 },
      },
      {
        name: "peak memory, 1,000,000 ÷ 10,000",
        value: large.peakMegabytes / small.peakMegabytes,
        budget: { atMost: 1.5 },
      },
      {
        name: "time an entry, 1,000,000 ÷ 100,000",
        value: perEntry(large) / perEntry(middle),
        budget: { atMost: 2 },
      },
    ],
  }
}
