import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { findPostgres } from "./findPostgres.ts"

/** A PostgreSQL server of one's own in a temporary folder, on a free port of the loopback. */
export type TestPostgres = {
  /** Of its database `postgres`. */
  url: string
  /** `kill -9` of the postmaster; resolves when it is gone. */
  kill(): Promise<void>
  /** Starts it again on the same data and port, after a `kill`. */
  restart(): Promise<void>
  /** Stops it and deletes its data. */
  stop(): Promise<void>
}

const slowStartMs = 60_000

/** `durable`: with fsync, as production runs; without it a suite takes half the time. */
export async function startPostgres({ durable }: { durable: boolean }): Promise<TestPostgres> {
  const programs = findPostgres()
  const owner = postgresUser()
  const folder = mkdtempSync(join(tmpdir(), "contest-postgres-"))
  chmodSync(folder, 0o700)
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, "data")
  const run = { ...owner, cwd: folder, stdio: "pipe" as const }
  const cluster = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
  execFileSync(join(programs, "initdb"), cluster, run)

  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const fast = durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200", ...fast]
  const start = async () => {
    const options = ["-D", data, "-p", String(port), ...settings.flatMap((one) => ["-c", one])]
    const started = spawn(join(programs, "postgres"), options, { ...run, stdio: "ignore" })
    await answers(url, started)
    return started
  }
  let server = await start()
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill(signal)
    await once(server, "exit")
  }
  return {
    url,
    kill: () => end("SIGKILL"),
    async restart() {
      for (const since = Date.now(); ; ) {
        try {
          server = await start()
          return
        } catch (error) {
          // The killed server's children are still there: they leave when they notice. Anything else ends the wait.
          if (!(error instanceof EndedEarly) || Date.now() - since > slowStartMs) throw error
        }
      }
    },
    async stop() {
      await end("SIGINT")
      rmSync(folder, { recursive: true })
    },
  }
}

class EndedEarly extends Error {}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (const since = Date.now(); Date.now() - since < slowStartMs; ) {
    if (server.exitCode !== null) throw new EndedEarly(`postgres ended with code ${server.exitCode}`)
    const client = new pg.Client({ connectionString: url })
    // A server that goes away again is noticed by the next attempt.
    client.on("error", () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      // Not listening yet, or still recovering.
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  throw new Error(`postgres does not answer after ${slowStartMs} ms`)
}

/** PostgreSQL refuses to run as root: then it runs as the user its package made. */
function postgresUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (option: string) => Number(execFileSync("id", [option, "postgres"], { encoding: "utf8" }))
  return { uid: id("-u"), gid: id("-g") }
}

/** A port of the loopback that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1")
  await once(probe, "listening")
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === "string") throw new Error("a TCP socket has a port")
  return address.port
}
