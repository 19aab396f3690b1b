import { spawn } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

const repository = fileURLToPath(new URL("../../", import.meta.url))

/** A running `serve/main.ts`. */
export type ServeProcess = {
  /** `http://127.0.0.1:port` */
  origin: string
  /** Whether it has not ended yet. */
  isAlive(): boolean
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>
  /** SIGTERM; resolves with its exit code. */
  stop(): Promise<number | null>
}

/** Starts the production service as its own process on a free port; resolves when it is ready. */
export async function startServeProcess(environment: NodeJS.ProcessEnv): Promise<ServeProcess> {
  const child = spawnServe(environment, "inherit")
  const exited = once(child, "exit")
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await exited
    return child.exitCode
  }
  const lines = createInterface(child.stdout)
  const port = await new Promise<number>((resolve, reject) => {
    lines.on("line", (line) => {
      const { event, port } = JSON.parse(line) as { event: string; port: number }
      if (event === "ready") resolve(port)
    })
    exited.then(() => reject(new Error(`serve ended with code ${child.exitCode} before it was ready`)))
  })
  // A full pipe would stop the process; but nobody needs its lines any more.
  lines.close()
  child.stdout.resume()
  return {
    origin: `http://127.0.0.1:${port}`,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    kill: async () => {
      await end("SIGKILL")
    },
    stop: () => end("SIGTERM"),
  }
}

/** Starts it where it must refuse; gives its exit code and what it said. */
export async function refusedStart(
  environment: NodeJS.ProcessEnv,
): Promise<{ code: number | null; said: string }> {
  const child = spawnServe(environment, "pipe")
  let said = ""
  child.stderr?.on("data", (text) => {
    said += text
  })
  child.stdout.resume()
  await once(child, "close")
  return { code: child.exitCode, said }
}

function spawnServe(environment: NodeJS.ProcessEnv, stderr: "inherit" | "pipe") {
  const child = spawn(process.execPath, ["--import", "tsx", "src/service/serve/main.ts"], {
    cwd: repository,
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", ...environment },
    stdio: ["ignore", "pipe", stderr],
  })
  if (!child.stdout) throw new Error("a piped child has its output")
  return Object.assign(child, { stdout: child.stdout })
}
