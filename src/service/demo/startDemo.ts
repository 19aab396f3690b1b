import { randomBytes } from "node:crypto"
import { fileURLToPath } from "node:url"
import { Hono } from "hono"
import { contestService } from "../app.ts"
import { type Clock, systemClock } from "../clock.ts"
import { identityVerifier } from "../identity/identity.ts"
import { personKeeper } from "../identity/person.ts"
import { receiptDesk } from "../identity/receipts.ts"
import { loadSecrets } from "../identity/secrets.ts"
import { ticketOffice } from "../identity/tickets.ts"
import { readContestFolder } from "../organiser/contestFolder.ts"
import { loadContest } from "../organiser/load.ts"
import type { Service } from "../service.ts"
import type { Sql } from "../sql/sql.ts"
import { sqlContestStore } from "../store/sqlContestStore.ts"
import { letCrowdEnter } from "./crowd.ts"
import { demoClock } from "./demoClock.ts"
import { makeDemoIssuer } from "./demoIssuer.ts"
import { demoRoutes } from "./demoRoutes.ts"
import { personas } from "./personas.ts"

const folder = fileURLToPath(new URL("../contests/hue-s-2024", import.meta.url))
const dayBefore = Date.parse("2024-10-27T09:00:00+07:00")

/** Where the demo's clock starts: Tuesday of round 1. */
export const demoStart = Date.parse("2024-10-29T09:00:00+07:00")

/** The demo's contest. */
export const demoContest = "hue-s-2024"

/**
 * The service in demo mode over an open, migrated database: the 2024 contest loaded, the crowd in, a demo issuer, the
 * `/demo` levers. `log` gets every structured line, and pages at `packageOrigins` may ask the API. The clock
 * goes on from the newest entry where there is data already.
 */
export async function startDemo(
  sql: Sql,
  log: Service["log"],
  {
    realTime = systemClock,
    packageOrigins = [],
  }: { realTime?: Clock; packageOrigins?: readonly string[] } = {},
): Promise<{ app: Hono; service: Service }> {
  const clock = demoClock(realTime, demoStart)
  const secrets = await loadSecrets(sql)
  const issuer = await makeDemoIssuer(clock.now)
  const service: Service = {
    store: sqlContestStore(sql),
    clock: clock.now,
    verifyIdentity: identityVerifier(issuer.trusted, clock.now),
    personOf: personKeeper(secrets.personKey),
    tickets: ticketOffice(secrets.ticketKey, clock.now),
    receipts: await receiptDesk(secrets.receiptKey),
    randomBytes,
    log,
    bodyTimeoutMs: 10_000,
    packageOrigins,
  }
  const afterClock = () => letCrowdEnter(sql, service.receipts, demoContest, clock.now())
  const fill = async () => {
    await loadDemoContest(sql)
    await excludeOrganisers(sql, service)
    await afterClock()
  }
  const reset = async () => {
    for (const table of dataTables) await sql.query(`delete from ${table}`)
    clock.set(demoStart)
    await fill()
  }
  clock.set(Math.max(demoStart, await newestInstant(sql)))
  await fill()
  const app = new Hono()
  app.route("/", demoRoutes({ sql, receipts: service.receipts, clock, issuer, afterClock, reset }))
  app.route("/", contestService(service))
  return { app, service }
}

const dataTables = [
  "revisions",
  "marks",
  "publications",
  "checkpoints",
  "frozen_rounds",
  "refused_attempts",
  "entries",
  "complaints",
  "exclusions",
  "participants",
  "practice",
  "papers",
  "contests",
]

async function newestInstant(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ at: Date | null }>("select max(received_at) as at from entries")
  return row?.at?.getTime() ?? 0
}

async function loadDemoContest(sql: Sql): Promise<void> {
  const read = await readContestFolder(folder)
  if (!read.ok) throw new Error(`the demo's contest folder is faulty: ${JSON.stringify(read.faults)}`)
  const loaded = await loadContest(sql, read.contest, "demo", dayBefore)
  if (!loaded.ok) throw new Error(`the demo's contest cannot be loaded: ${loaded.locked.join("; ")}`)
}

async function excludeOrganisers(sql: Sql, { personOf, store }: Service): Promise<void> {
  const contest = await store.contest(demoContest)
  if (!contest) return
  for (const { claims, excludedAs } of personas) {
    const person = personOf(contest.definition, { ...claims, iat: 0, exp: 0 })
    if (excludedAs === undefined || person === null) continue
    await sql.query(
      "insert into exclusions (contest, person, reason, excluded_at) values ($1, $2, $3, $4) on conflict do nothing",
      [demoContest, person, excludedAs, new Date(dayBefore).toISOString()],
    )
  }
}
