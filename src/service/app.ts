import { Hono } from "hono"
import { compress } from "hono/compress"
import { routePath } from "hono/route"
import { apiBase } from "../contract/routes.ts"
import { openapiRoutes } from "./openapi/openapiRoutes.ts"
import { answerHeaders } from "./pageSecurity/pageHeaders.ts"
import { complaintRoutes } from "./routes/complaints.ts"
import { contestRoutes } from "./routes/contests.ts"
import { crossOrigin } from "./routes/crossOrigin.ts"
import { entryRoutes } from "./routes/entry.ts"
import { healthRoutes } from "./routes/health.ts"
import { ledgerRoutes } from "./routes/ledger.ts"
import { requestWatch } from "./routes/metrics.ts"
import { myEntryRoutes } from "./routes/myEntries.ts"
import { paperRoutes } from "./routes/paper.ts"
import { practiceRoutes } from "./routes/practice.ts"
import { answerProblem, Refusal } from "./routes/problem.ts"
import { rateLimitRoutes } from "./routes/rateLimit.ts"
import { resultsRoutes } from "./routes/results.ts"
import { standingsRoutes } from "./routes/standings.ts"
import { ticketRoutes } from "./routes/ticket.ts"
import type { Service } from "./service.ts"
import { DatabaseAway } from "./sql/databaseAway.ts"
import { isUnstorableText } from "./sql/unstorableText.ts"

/**
 * The contest service: every route of the API under its base path, health and metrics outside of it. Every answer carries
 * `Date` by the service's clock; every refusal is a problem; what goes wrong inside stays inside.
 */
export function contestService(service: Service): Hono {
  const app = new Hono()
  const requests = requestWatch(service)
  app.use(requests.watch)
  app.use(answerHeaders)
  if (service.packageOrigins?.length) app.use(`${apiBase}/*`, crossOrigin(service.packageOrigins))
  app.use(async (c, next) => {
    await next()
    // Set where they are: `c.header` would make the answer anew, as a stream.
    const { headers } = c.res
    headers.set("Date", new Date(service.clock()).toUTCString())
    // So that clients and balancers move to another process before this one closes its door.
    if (service.isStopping?.()) headers.set("Connection", "close")
  })
  app.onError((error, c) => {
    if (error instanceof Refusal) return answerProblem(c, error.code, error.details)
    const route = routePath(c)
    if (error instanceof DatabaseAway) {
      service.log("database-away", { route, reason: error.reason, error: error.message })
      return answerProblem(c, error.reason)
    }
    if (isUnstorableText(error)) {
      return answerProblem(c, "malformed", { detail: "the request holds U+0000, which is no text" })
    }
    service.log("unexpected", {
      route,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
    return answerProblem(c, "unexpected")
  })
  const api = new Hono()
  const compressed = compress()
  // What is only read may be long; an entry's answer is short, and comes when everybody else's does.
  api.use((c, next) => (c.req.method === "GET" ? compressed(c, next) : next()))
  for (const routes of [
    rateLimitRoutes,
    contestRoutes,
    paperRoutes,
    ticketRoutes,
    entryRoutes,
    myEntryRoutes,
    resultsRoutes,
    ledgerRoutes,
    standingsRoutes,
    practiceRoutes,
    complaintRoutes,
  ]) {
    api.route("/", routes(service))
  }
  api.get("/keys", (c) => c.json(service.receipts.keys, 200, { "cache-control": "public, max-age=3600" }))
  api.route("/", openapiRoutes())
  api.all("*", (c) => answerProblem(c, "route-unknown"))
  app.route(apiBase, api)
  app.route("/", healthRoutes(service))
  app.route("/", requests.routes)
  return app
}
