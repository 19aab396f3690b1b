import { existsSync } from "node:fs"
import { Server } from "node:http"
import { serve } from "@hono/node-server"
import { contestService } from "../app.ts"
import { systemClock } from "../clock.ts"
import { identityVerifier } from "../identity/identity.ts"
import { personKeeper } from "../identity/person.ts"
import { generousLimits } from "../routes/rateLimit.ts"
import type { Service } from "../service.ts"
import { builtPages, clientConfig } from "../site.ts"
import { migrate } from "../sql/migrate.ts"
import { openPostgres } from "../sql/postgresSql.ts"
import { sqlContestStore } from "../store/sqlContestStore.ts"
import { durabilityFaults } from "./durability.ts"
import { poolGauges, processGauges } from "./gauges.ts"
import { cachedIdentities } from "./identityCache.ts"
import { openKeyRing, receiptsOf, ticketsOf } from "./keys.ts"
import type { ProductionSettings } from "./productionSettings.ts"
import { randomSupply } from "./randomSupply.ts"
import { rememberingStore } from "./rememberingStore.ts"
import { remoteKeys } from "./remoteKeys.ts"
import { stoppable } from "./stopping.ts"
import { startUpkeep } from "./upkeep.ts"

/** Longer than a balancer keeps an idle connection (60 s by custom): the balancer closes first, so no request is lost. */
const keepAliveMs = 65_000

/**
 * The contest service as it runs in production, one process of any number over the same PostgreSQL: schema brought up to
 * date, requests answered, checkpoints taken. Resolves when it listens; `stop` resolves when everything has ended.
 * Rejects, with one line for each reason, where the database is not fit to hold entries.
 */
export async function startServing(
  settings: ProductionSettings,
  log: Service["log"],
): Promise<{ stop: () => Promise<void> }> {
  const sql = openPostgres(settings.databaseUrl)
  // Migrations and checkpoints take as long as they take, and must not wait behind requests.
  const upkeepSql = openPostgres(settings.databaseUrl, { connections: 2, statementTimeoutMs: 0 })
  const closeData = async () => {
    await Promise.all([sql.close(), upkeepSql.close()])
  }
  try {
    const faults = await durabilityFaults(upkeepSql)
    if (faults.length > 0) throw new Error(faults.join("\n"))
    await migrate(upkeepSql)
    const keyRing = await openKeyRing(upkeepSql, settings.secretsFile)
    const receipts = await receiptsOf(keyRing)
    const { issuer, audience, jwksUrl } = settings.identity
    const verify = identityVerifier({ issuer, audience, keys: remoteKeys(jwksUrl) }, systemClock)
    const { isStopping, stop } = stoppable(settings.drainSeconds, log)
    const service: Service = {
      store: rememberingStore(sqlContestStore(sql)),
      clock: systemClock,
      verifyIdentity: cachedIdentities(verify, systemClock),
      personOf: personKeeper(keyRing.personKey),
      tickets: ticketsOf(keyRing, systemClock),
      receipts,
      randomBytes: randomSupply(),
      log,
      bodyTimeoutMs: 10_000,
      limits: generousLimits,
      packageOrigins: settings.packageOrigins,
      isStopping,
      gauges: () => [...poolGauges(sql.pool()), ...processGauges()],
    }
    const stopUpkeep = startUpkeep(upkeepSql, receipts, systemClock, log)
    const server = await listen(settings, service)
    return {
      stop: () =>
        stop(server, async () => {
          await stopUpkeep()
          await closeData()
        }),
    }
  } catch (error) {
    // It did not start: nothing is to keep the process alive.
    await closeData()
    throw error
  }
}

async function listen(settings: ProductionSettings, service: Service): Promise<Server> {
  const { contest, hostOrigins, hostLink, host } = settings
  const app = contestService(service)
  const hasPages = existsSync(builtPages.app)
  const config = clientConfig({ contest, hostOrigins, ...(hostLink === undefined ? {} : { hostLink }) })
  app.get("/config.json", (c) => c.json(config, 200, { "cache-control": "no-cache" }))
  const front = { service, contest, config: () => config }
  if (hasPages) app.route("/", builtPages.routes({ demo: false, hostOrigins, front }))
  const isLoaded = (await service.store.contest(contest)) !== null
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port: settings.port }, ({ port }) => {
      service.log("ready", { host, port, contest, isLoaded, hasPages })
      resolve(server as Server)
    })
    server.once("error", reject)
    if (server instanceof Server) server.keepAliveTimeout = keepAliveMs
  })
}
