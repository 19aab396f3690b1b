import { Hono } from "hono"
import type { Service } from "../service.ts"

/**
 * `GET /healthz`: the process runs. `GET /readyz`: it can reach its store and is not about to stop, else 503. Outside the
 * API's base path.
 */
export function healthRoutes({ store, log, isStopping }: Service): Hono {
  const app = new Hono()
  app.get("/healthz", (c) => c.json({ status: "ok" }, 200, { "cache-control": "no-store" }))
  app.get("/readyz", async (c) => {
    if (isStopping?.()) return c.json({ status: "stopping" }, 503, { "cache-control": "no-store" })
    try {
      await store.contests()
      return c.json({ status: "ready" }, 200, { "cache-control": "no-store" })
    } catch (error) {
      // Whatever keeps the store away: a load balancer only needs to know that it is away.
      log("not-ready", { error: String(error) })
      return c.json({ status: "not-ready" }, 503, { "cache-control": "no-store" })
    }
  })
  return app
}
