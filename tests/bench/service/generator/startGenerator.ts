import { fork } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import type { Load, LoadResult } from "./load.ts"

/** A process that sends loads. */
export type Generator = {
  /** One at a time. Rejects where the load could not be sent to its end. */
  run(load: Load): Promise<LoadResult>
  stop(): Promise<void>
}

/** Starts the process that sends loads, so that its work is not done by those who measure or answer. */
export function startGenerator(): Generator {
  const child = fork(fileURLToPath(new URL("./main.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
    // Bytes stay bytes.
    serialization: "advanced",
  })
  return {
    async run(load) {
      child.send(load)
      const [message] = (await once(child, "message")) as [{ result: LoadResult } | { error: string }]
      if ("error" in message) throw new Error(`the load ended early: ${message.error}`)
      return message.result
    },
    async stop() {
      const exited = once(child, "exit")
      child.kill("SIGTERM")
      await exited
    },
  }
}
