import { once } from "node:events"
import { serve } from "@hono/node-server"
import { Hono } from "hono"
import { etag } from "hono/etag"
import type { ContestView } from "../../../src/contract/contestView.ts"
import type { Paper } from "../../../src/contract/paper.ts"
import { apiBase, routes } from "../../../src/contract/routes.ts"
import { demoContest, startDemo } from "../../../src/service/demo/startDemo.ts"
import { openData } from "../../../src/service/openData.ts"
import { builtPages, clientConfig } from "../../../src/service/site.ts"
import type { Sql } from "../../../src/service/sql/sql.ts"
import { brotliAlike } from "./brotliAlike.ts"
import { floorPage } from "./floorPage.ts"

/** What a host says of a citizen: ISO 8601 for `expiresAt`. */
export type HostToken = { token: string; expiresAt: string }

const tokenLifeMs = 600_000

/** App and both floors on one address. */
export type Both = {
  /** Without trailing slash; the app is at `/`, the floors at `/floor` and `/floor-with-ticket`. */
  origin: string
  /** How many questions both ask, the prediction not counted. */
  questions: number
  /** Of a citizen with a unit who has never been here. */
  newToken(): Promise<HostToken>
  /** The paths of the requests that have arrived so far, from pages and workers. */
  arrived: readonly string[]
  stop(): Promise<void>
}

/**
 * Serves the built app with the real service behind it, and the floor with the same paper, from one process which
 * compresses both alike. `sql`: an open, migrated, empty database; without one, data in memory.
 */
export async function serveBoth(sql?: Sql): Promise<Both> {
  const data = sql ?? (await openData(":memory:"))
  const { app, service } = await startDemo(data, () => {})
  const contest = await readJson<ContestView>(app, routes.contest(demoContest))
  const division = contest.divisions[0]?.id ?? ""
  const paper = await readJson<Paper>(app, routes.paper(demoContest, 1, division))

  const arrived: string[] = []
  let citizens = 0
  const site = new Hono()
  site.use(async (c, next) => {
    // The browser itself looks for a newer worker now and then, past all that imitates a line.
    if (c.req.header("service-worker") !== "script") arrived.push(c.req.path)
    await next()
  })
  site.use(brotliAlike((path) => path.startsWith(`${apiBase}/`)))
  // As good as such a page is served: kept by the browser, and asked after each time.
  for (const [path, ticketFirst] of [
    ["/floor", false],
    ["/floor-with-ticket", true],
  ] as const) {
    const floor = floorPage(contest, paper, { ticketFirst })
    site.get(path, etag(), (c) => c.html(floor, 200, { "cache-control": "no-cache" }))
  }
  const config = clientConfig({ contest: demoContest, hostOrigins: [] })
  site.get("/config.json", (c) => c.json(config, 200, { "cache-control": "no-cache" }))
  site.route("/", app)
  const front = { service, contest: demoContest, config: () => config }
  site.route("/", builtPages.routes({ demo: false, hostOrigins: [], front }))
  const server = serve({ fetch: site.fetch, hostname: "127.0.0.1", port: 0 })
  await once(server, "listening")
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("the server has no port")

  return {
    origin: `http://127.0.0.1:${address.port}`,
    questions: paper.questions.length,
    async newToken() {
      citizens += 1
      const who = `load-${citizens}`
      const claims = {
        sub: who,
        person: who,
        account: "vneid",
        assurance: 2,
        name: "Lê Thị Thu Hà",
        unit: "p-vy-da",
      }
      const answer = await app.request("/demo/identity", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ claims }),
      })
      const { token } = (await answer.json()) as HostToken
      // The service's clock stands in 2024, the phone's does not; the host's time is the phone's.
      return { token, expiresAt: new Date(Date.now() + tokenLifeMs).toISOString() }
    },
    arrived,
    async stop() {
      const closed = once(server, "close")
      server.close()
      if ("closeAllConnections" in server) server.closeAllConnections()
      await closed
      if (!sql) await data.close()
    },
  }
}

async function readJson<T>(service: Hono, path: string): Promise<T> {
  const answer = await service.request(apiBase + path)
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
  return answer.json() as Promise<T>
}
