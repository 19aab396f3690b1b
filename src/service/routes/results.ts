import { Hono } from "hono"
import { toIso } from "../clock.ts"
import type { Service } from "../service.ts"
import { divisionOf, roundOf } from "./lookUp.ts"
import { Refusal } from "./problem.ts"

/** `GET /contests/{c}/rounds/{r}/results`: what was published, the same for everyone. */
export function resultsRoutes(service: Service): Hono {
  const app = new Hono()
  app.get("/contests/:contest/rounds/:round/results", async (c) => {
    const contest = await roundOf(service, c.req.param("contest"), c.req.param("round"))
    const { round, definition } = contest
    const division = divisionOf(contest, c.req.query("division"))
    const results = await service.store.results(definition.id, round.number, division.id)
    if (!results) {
      const due = round.resultsDueAt
      throw new Refusal("results-not-published", {
        retryAfterSeconds: 300,
        ...(due === undefined ? {} : { detail: `due by ${toIso(due)}` }),
      })
    }
    // Short: an amendment makes a new revision.
    return c.json(results, 200, { "cache-control": "public, max-age=60" })
  })
  return app
}
