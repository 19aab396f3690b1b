import { fileURLToPath } from "node:url"

const repository = fileURLToPath(new URL("../../", import.meta.url))

/** What the environment says, read once at start. */
export type Settings = {
  /** Where the data is: a PostgreSQL's URL, a folder for PGlite, or `:memory:` for nowhere. */
  dataDir: string
  host: string
  port: number
  /** Exact origins of pages that may embed the mini-app. */
  hostOrigins: string[]
  /** Exact origins at which hosts serve the packaged mini-app. */
  packageOrigins: string[]
}

/**
 * Reads DATABASE_URL (before DATA_DIR), HOST, PORT, HOST_ORIGINS and PACKAGE_ORIGINS (both separated by commas). Throws,
 * naming the variable, on what is none.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const port = Number(environment.PORT ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a port number, not "${environment.PORT}"`)
  return {
    dataDir: environment.DATABASE_URL ?? environment.DATA_DIR ?? `${repository}.data`,
    host: environment.HOST ?? "127.0.0.1",
    port,
    hostOrigins: originsOf(environment, "HOST_ORIGINS"),
    packageOrigins: originsOf(environment, "PACKAGE_ORIGINS"),
  }
}

function originsOf(environment: NodeJS.ProcessEnv, name: string): string[] {
  const origins = (environment[name] ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean)
  for (const origin of origins) {
    // What a URL's host may be otherwise (`*`, `;`) means something else in a Content-Security-Policy.
    const isPlain = /^https?:\/\/([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d+)?$/.test(origin)
    if (!isPlain || !URL.canParse(origin) || new URL(origin).origin !== origin)
      throw new Error(`${name}: "${origin}" is no origin`)
  }
  return origins
}

/** Whether a place of data is a PostgreSQL server's URL. */
export function isPostgresUrl(dataDir: string): boolean {
  return URL.canParse(dataDir) && ["postgres:", "postgresql:"].includes(new URL(dataDir).protocol)
}
