import { Hono } from "hono"
import * as v from "valibot"
import { instantSchema } from "../../contest/definition.ts"
import { toIso } from "../clock.ts"
import type { Receipts } from "../identity/receipts.ts"
import { publishRound } from "../organiser/publish.ts"
import type { Sql } from "../sql/sql.ts"
import type { DemoClock } from "./demoClock.ts"
import type { DemoIssuer } from "./demoIssuer.ts"
import { personas } from "./personas.ts"

/** What the demo's controls act on. `afterClock`: called when the clock was set; `reset`: back to the beginning. */
export type Demo = {
  sql: Sql
  receipts: Receipts
  clock: DemoClock
  issuer: DemoIssuer
  afterClock: () => Promise<void>
  reset: () => Promise<void>
}

const clockBody = v.strictObject({ now: v.nullable(instantSchema) })
const identityBody = v.union([
  v.strictObject({ persona: v.string() }),
  v.strictObject({ claims: v.record(v.string(), v.unknown()) }),
])
const publishBody = v.strictObject({ contest: v.string(), round: v.pipe(v.number(), v.integer()) })

/** `/demo/*`: the QA's levers. Never mounted in production. A wrong body gets 400 with what is wrong. */
export function demoRoutes({ sql, receipts, clock, issuer, afterClock, reset }: Demo): Hono {
  const app = new Hono()
  const read = async <Schema extends v.GenericSchema>(request: Request, schema: Schema) =>
    v.safeParse(schema, await request.json().catch(() => undefined))

  app.get("/demo/personas", (c) => c.json({ personas: personas.map(({ id, label }) => ({ id, label })) }))
  app.get("/demo/clock", (c) => c.json({ now: toIso(clock.now()) }, 200, { "cache-control": "no-store" }))
  app.post("/demo/clock", async (c) => {
    const body = await read(c.req.raw, clockBody)
    if (!body.success) return c.json({ error: `now: ${body.issues[0].message}, or null` }, 400)
    clock.set(body.output.now)
    await afterClock()
    return c.json({ now: toIso(clock.now()) })
  })
  app.post("/demo/identity", async (c) => {
    const body = await read(c.req.raw, identityBody)
    if (!body.success) return c.json({ error: 'give {"persona":"…"} or {"claims":{…}}' }, 400)
    if ("claims" in body.output) return c.json(await issuer.sign(body.output.claims))
    const { persona: asked } = body.output
    const persona = personas.find(({ id }) => id === asked)
    if (!persona) {
      return c.json(
        { error: `no persona "${asked}"; there are ${personas.map(({ id }) => id).join(", ")}` },
        400,
      )
    }
    return c.json(await issuer.sign(persona.claims))
  })
  app.post("/demo/publish", async (c) => {
    const body = await read(c.req.raw, publishBody)
    if (!body.success) return c.json({ error: 'give {"contest":"…","round":1}' }, 400)
    const outcome = await publishRound(
      sql,
      receipts,
      body.output.contest,
      body.output.round,
      "demo",
      clock.now(),
    )
    return outcome.ok ? c.json({ published: outcome.results.length }) : c.json({ error: outcome.reason }, 409)
  })
  app.post("/demo/reset", async (c) => {
    await reset()
    return c.json({ now: toIso(clock.now()) })
  })
  return app
}
