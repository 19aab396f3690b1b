import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

const repository = fileURLToPath(new URL("../../", import.meta.url))

/**
 * A demo of one's own: the real process on a free port, data in memory. `origin` without trailing slash; `settings`: more
 * variables of its environment.
 */
export async function startDemoServer(
  settings: Record<string, string> = {},
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const environment = { ...process.env, PORT: "0", DATA_DIR: ":memory:", HOST: "127.0.0.1", ...settings }
  const server = spawn(process.execPath, ["--import", "tsx", "src/service/demo/main.ts"], {
    cwd: repository,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  })
  const stop = async () => {
    if (server.exitCode !== null) return
    server.kill("SIGTERM")
    await once(server, "exit")
  }
  // Its log of every request would drown the tests' own words; it is shown where the demo does not come up.
  let log = ""
  server.stderr.on("data", (text) => {
    log = (log + text).slice(-4000)
  })
  for await (const line of createInterface(server.stdout)) {
    const [, origin] = /^Ready: host page (\S+)\/host\//.exec(line) ?? []
    if (origin !== undefined) return { origin, stop }
  }
  throw new Error(`the demo ended with code ${server.exitCode} before it was ready:\n${log}`)
}
