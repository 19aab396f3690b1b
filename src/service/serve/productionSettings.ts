import { miniAppId } from "../../contract/clientConfig.ts"
import { demoIssuerName } from "../demo/demoIssuer.ts"
import { isPostgresUrl, readSettings } from "../settings.ts"

/** What the environment of a production service says, read once at start. */
export type ProductionSettings = {
  databaseUrl: string
  /** Whose identity tokens count, for which audience, by which published keys. */
  identity: { issuer: string; audience: string; jwksUrl: URL }
  /** Which contest the pages show. */
  contest: string
  /** Exact origins of pages that may embed the mini-app. */
  hostOrigins: string[]
  /** Exact origins at which hosts serve the packaged mini-app. */
  packageOrigins: string[]
  /** Opens the contest in the host app. */
  hostLink?: string
  /** Where the keys are, if not in the database. */
  secretsFile?: string
  host: string
  port: number
  /** Between the signal to stop and the closed door: the time a balancer needs to notice, in seconds. */
  drainSeconds: number
}

/**
 * Reads DATABASE_URL, IDENTITY_ISSUER, IDENTITY_AUDIENCE, IDENTITY_JWKS_URL, CONTEST, HOST_ORIGINS, PACKAGE_ORIGINS,
 * HOST_LINK, SECRETS_FILE, HOST, PORT and DRAIN_SECONDS. Gives the settings, or one line for each reason not to start.
 */
export function readProductionSettings(
  environment: NodeJS.ProcessEnv,
): { ok: true; settings: ProductionSettings } | { ok: false; faults: string[] } {
  const faults: string[] = []
  const check = (holds: boolean, fault: string) => holds || faults.push(fault)
  const { DATABASE_URL: databaseUrl = "", IDENTITY_ISSUER: issuer = "", CONTEST: contest = "" } = environment
  const {
    IDENTITY_AUDIENCE: audience = miniAppId,
    HOST_LINK: hostLink,
    SECRETS_FILE: secretsFile,
  } = environment

  check(
    isPostgresUrl(databaseUrl),
    "DATABASE_URL must name a PostgreSQL (postgres://user@host/database); the embedded PGlite is for the demo only",
  )
  check(issuer !== "", "IDENTITY_ISSUER is missing: whose identity tokens count (their iss)")
  check(issuer !== demoIssuerName, "IDENTITY_ISSUER is the demo's: anyone could sign in as anyone")
  const jwksUrl = keysUrl(environment.IDENTITY_JWKS_URL ?? "")
  check(
    jwksUrl !== null,
    "IDENTITY_JWKS_URL must be the https address of the issuer's keys (http only on the loopback)",
  )
  check(contest !== "", "CONTEST is missing: the id of the contest that the pages show")
  check(hostLink === undefined || URL.canParse(hostLink), "HOST_LINK is no URL")
  const drainSeconds = Number(environment.DRAIN_SECONDS ?? 5)
  check(drainSeconds >= 0 && drainSeconds <= 300, "DRAIN_SECONDS must be a number from 0 to 300")
  const listening = listeningSettings(environment, faults)
  if (faults.length > 0 || !jwksUrl || !listening) return { ok: false, faults }
  return {
    ok: true,
    settings: {
      databaseUrl,
      identity: { issuer, audience, jwksUrl },
      contest,
      ...(hostLink === undefined ? {} : { hostLink }),
      ...(secretsFile === undefined ? {} : { secretsFile }),
      drainSeconds,
      ...listening,
    },
  }
}

function keysUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const isLoopback = ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname)
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback) ? url : null
}

function listeningSettings(environment: NodeJS.ProcessEnv, faults: string[]) {
  try {
    const { host, port, hostOrigins, packageOrigins } = readSettings(environment)
    return { host, port, hostOrigins, packageOrigins }
  } catch (error) {
    // Its message names the variable.
    faults.push(error instanceof Error ? error.message : String(error))
    return null
  }
}
