import { Hono } from "hono"
import { etag } from "hono/etag"
import type { Practice } from "../../contract/practice.ts"
import type { Service } from "../service.ts"
import { contestOf } from "./lookUp.ts"

/** `GET /contests/{c}/practice`: questions to try out, answers included. */
export function practiceRoutes(service: Service): Hono {
  const app = new Hono()
  app.get("/contests/:contest/practice", etag(), async (c) => {
    const { definition } = await contestOf(service, c.req.param("contest"))
    const questions = (await service.store.practice(definition.id)).map((question) => ({
      ...question,
      options: question.options.map((option) => ({ ...option })),
      accepted: [...question.accepted],
    }))
    return c.json({ questions } satisfies Practice, 200, { "cache-control": "public, max-age=3600" })
  })
  return app
}
