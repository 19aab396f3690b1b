import { Hono } from "hono"
import { etag } from "hono/etag"
import type { BankQuestion } from "../../contest/vocabulary.ts"
import type { Paper } from "../../contract/paper.ts"
import type { Service } from "../service.ts"
import { divisionOf, roundOf } from "./lookUp.ts"
import { notOpenYet, Refusal } from "./problem.ts"

/** How long a cache on the way may keep a paper, in seconds; it is locked while the round is open. */
const paperMaxAgeSeconds = 3600

/** `GET /contests/{c}/rounds/{r}/paper`: the questions without their key, the same bytes for everyone, never before opening. */
export function paperRoutes(service: Service): Hono {
  const app = new Hono()
  app.get("/contests/:contest/rounds/:round/paper", etag(), async (c) => {
    const contest = await roundOf(service, c.req.param("contest"), c.req.param("round"))
    const { round, definition } = contest
    const division = divisionOf(contest, c.req.query("division"))
    const now = service.clock()
    if (now < round.opensAt) throw notOpenYet(round, now)
    const paper = await service.store.paper(definition.id, round.number, division.id)
    if (!paper) throw new Refusal("busy", { detail: "the paper is not loaded yet", retryAfterSeconds: 60 })
    const answer: Paper = {
      round: round.number,
      division: division.id,
      paperHash: paper.paperHash,
      questions: paper.bank.map(publicQuestion),
    }
    return c.json(answer, 200, { "cache-control": `public, max-age=${paperMaxAgeSeconds}` })
  })
  return app
}

/** A question as citizens see it: rebuilt member by member, so that nothing the bank gains later slips out. */
export function publicQuestion({ id, text, options }: BankQuestion): Paper["questions"][number] {
  return { id, text, options: options.map((option) => ({ id: option.id, text: option.text })) }
}
