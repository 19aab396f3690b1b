import { fileURLToPath } from "node:url"

const repository = fileURLToPath(new URL("../../", import.meta.url))

/** What the environment says, read once at start. */
export type Settings = {
  /** Where PGlite keeps its data; `:memory:` for nowhere. */
  dataDir: string
  host: string
  port: number
}

/** Reads DATA_DIR, HOST and PORT. Throws, naming the variable, on a port that is none. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const port = Number(environment.PORT ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a port number, not "${environment.PORT}"`)
  return {
    dataDir: environment.DATA_DIR ?? `${repository}.data`,
    host: environment.HOST ?? "127.0.0.1",
    port,
  }
}
