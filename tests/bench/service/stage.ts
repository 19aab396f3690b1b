import type { Paper } from "../../../src/contract/paper.ts"
import { apiBase, routes } from "../../../src/contract/routes.ts"
import { systemClock } from "../../../src/service/clock.ts"
import type { Tickets } from "../../../src/service/identity/tickets.ts"
import { openKeyRing, ticketsOf } from "../../../src/service/serve/keys.ts"
import { openPostgres, type PostgresSql } from "../../../src/service/sql/postgresSql.ts"
import { loadShortContest } from "../../postgres/shortContest.ts"
import { startPostgres } from "../../setup/startPostgres.ts"
import { type Generator, startGenerator } from "./generator/startGenerator.ts"
import { type QuietServe, startQuietServe } from "./quietServe.ts"

/** Everything a measurement of the service stands on, all of it on this machine. */
export type Stage = {
  databaseUrl: string
  sql: PostgresSql
  /** Two processes of the production service over the one database. */
  processes: [QuietServe, QuietServe]
  generator: Generator
  tickets: Tickets
  /** Loads a contest whose one round is open until `closesAt` (an instant); gives the round's paper. */
  open(contest: string, closesAt: number): Promise<Paper>
}

/** Sets the stage: a PostgreSQL with fsync, its settings as installed, two service processes, the process that sends. */
export async function onStage<T>(work: (stage: Stage) => Promise<T>): Promise<T> {
  const database = await startPostgres({ durable: true })
  const sql = openPostgres(database.url, { connections: 2, statementTimeoutMs: 0 })
  const generator = startGenerator()
  const processes: QuietServe[] = []
  try {
    // Nobody signs in here: tickets are made with the service's own key. So no issuer needs to be there.
    const environment = {
      NODE_ENV: "production",
      DATABASE_URL: database.url,
      IDENTITY_ISSUER: "https://identity.test",
      IDENTITY_JWKS_URL: "https://identity.test/keys",
      CONTEST: "bench",
      DRAIN_SECONDS: "0",
    }
    // One after the other: the first brings the schema.
    const first = await startQuietServe(environment)
    processes.push(first)
    const second = await startQuietServe(environment)
    processes.push(second)
    const tickets = ticketsOf(await openKeyRing(sql, undefined), systemClock)
    const open = async (contest: string, closesAt: number) => {
      await loadShortContest(database.url, contest, closesAt)
      const answer = await fetch(first.origin + apiBase + routes.paper(contest, 1, "all"))
      if (!answer.ok) throw new Error(`the paper was answered ${answer.status}`)
      return (await answer.json()) as Paper
    }
    return await work({
      databaseUrl: database.url,
      sql,
      processes: [first, second],
      generator,
      tickets,
      open,
    })
  } finally {
    await Promise.all([...processes.map((one) => one.stop()), generator.stop()])
    await sql.close()
    await database.stop()
  }
}
