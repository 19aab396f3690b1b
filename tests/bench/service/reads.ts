import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { apiBase, routes } from "../../../src/contract/routes.ts"
import { median, type Ratio, type Row } from "../benchmark.ts"
import type { Stage } from "./stage.ts"

const clients = 32
const rounds = 5
const readsARound = 5000

/**
 * The paper and the contest, as every phone reads them, in turns with a bare Node server that answers the paper's bytes and
 * does nothing else: what a citizen's request costs beside HTTP itself. One process each.
 */
export async function measureReads(
  { generator, processes }: Stage,
  progress: (line: string) => void,
): Promise<{ rows: Row[]; ratios: Ratio[] }> {
  progress(`reading paper and contest, ${readsARound} times each`)
  const { origin } = processes[0]
  const paperPath = apiBase + routes.paper("bench", 1, "all")
  const bare = await startBareServer(await (await fetch(origin + paperPath)).text())
  const read = async (from: string, path: string) => {
    const request = Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`)
    const requests = Array.from({ length: readsARound }, () => request)
    const { seconds, statuses } = await generator.run({ origins: [from], requests, pace: { clients } })
    const refused = statuses.filter((status) => status !== 200)
    if (refused.length > 0) throw new Error(`${path} was answered ${refused[0]}`)
    return readsARound / seconds
  }
  const readAll = async () => ({
    bare: await read(bare.origin, "/"),
    paper: await read(origin, paperPath),
    contest: await read(origin, apiBase + routes.contest("bench")),
  })
  await readAll()
  const found: Awaited<ReturnType<typeof readAll>>[] = []
  for (let round = 0; round < rounds; round += 1) found.push(await readAll())
  await bare.stop()
  const row = (name: string, values: number[]): Row => ({
    name,
    figures: [{ name: "rate", value: median(values), unit: "/s" }],
  })
  return {
    rows: [
      row(
        "bare Node server, the paper's bytes",
        found.map((one) => one.bare),
      ),
      row(
        "paper, one process",
        found.map(({ paper }) => paper),
      ),
      row(
        "contest, one process",
        found.map(({ contest }) => contest),
      ),
    ],
    ratios: [
      { name: "paper reads ÷ bare Node", value: median(found.map((one) => one.paper / one.bare)) },
      { name: "contest reads ÷ bare Node", value: median(found.map((one) => one.contest / one.bare)) },
    ],
  }
}

async function startBareServer(body: string): Promise<{ origin: string; stop: () => Promise<void> }> {
  const file = fileURLToPath(new URL("./bareServer.ts", import.meta.url))
  const child = spawn(process.execPath, ["--import", "tsx", file], { stdio: ["pipe", "pipe", "inherit"] })
  child.stdin.end(body)
  const [port] = (await once(createInterface(child.stdout), "line")) as [string]
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      const exited = once(child, "exit")
      child.kill("SIGTERM")
      await exited
    },
  }
}
