import { spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { freePort } from "../../setup/startPostgres.ts"

const repository = fileURLToPath(new URL("../../../", import.meta.url))

/** A process of the production service that nobody listens to. */
export type QuietServe = {
  /** `http://127.0.0.1:port` */
  origin: string
  /** SIGTERM; resolves when it has ended. */
  stop(): Promise<void>
}

/**
 * Starts the production service as its own process on a free port; resolves when it is ready. Its lines go to /dev/null:
 * whoever read them would do so on the processors that are measured. Rejects where it ends instead.
 */
export async function startQuietServe(environment: NodeJS.ProcessEnv): Promise<QuietServe> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, serveArguments(), {
    cwd: repository,
    env: { ...process.env, HOST: "127.0.0.1", PORT: String(port), ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  })
  const exited = once(child, "exit")
  while (!(await isReady(origin))) {
    if (child.exitCode !== null)
      throw new Error(`serve ended with code ${child.exitCode} before it was ready`)
    await wait(100)
  }
  return {
    origin,
    async stop() {
      child.kill("SIGTERM")
      await exited
    },
  }
}

/** What stands behind `node` in `npm run serve`. */
function serveArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(`${repository}package.json`, "utf8")) as {
    scripts: { serve: string }
  }
  return scripts.serve.split(" ").slice(1)
}

async function isReady(origin: string): Promise<boolean> {
  // Refused until it listens.
  return fetch(`${origin}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}
