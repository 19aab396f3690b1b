import { jsonLog } from "../log.ts"
import { readProductionSettings } from "./productionSettings.ts"
import { startServing } from "./startServing.ts"

/** Ends the process where an end in good order takes longer than anything in it may. */
const longestStopMs = 60_000

async function main(): Promise<void> {
  const read = readProductionSettings(process.env)
  if (!read.ok) throw new Error(read.faults.join("\n"))
  const { settings } = read
  const { stop } = await startServing(settings, jsonLog(process.stdout))
  const end = () => {
    setTimeout(() => process.exit(1), settings.drainSeconds * 1000 + longestStopMs).unref()
    stop().then(
      () => process.exit(0),
      (error: unknown) => refuse(error),
    )
  }
  process.on("SIGTERM", end)
  process.on("SIGINT", end)
}

/** Lines for whoever starts it; a stack would hide them. */
function refuse(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

main().catch(refuse)
