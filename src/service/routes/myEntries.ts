import { Hono } from "hono"
import { isCredited } from "../../contest/marking.ts"
import { predictionError } from "../../contest/ranking.ts"
import type { EntryResult, EntryView } from "../../contract/entry.ts"
import type { Receipt } from "../../contract/receipt.ts"
import type { Service } from "../service.ts"
import type { StoredContest } from "../store/contestStore.ts"
import { bearerOf, isTicket, personOfToken } from "./credential.ts"
import { contestOf, roundOf } from "./lookUp.ts"
import { Refusal } from "./problem.ts"

/** `GET …/rounds/{r}/entry` and `GET …/entries`: a participant's own receipts and, once published, results. */
export function myEntryRoutes(service: Service): Hono {
  const app = new Hono()
  app.get("/contests/:contest/rounds/:round/entry", async (c) => {
    const { round, ...contest } = await roundOf(service, c.req.param("contest"), c.req.param("round"))
    const person = await askingPerson(service, contest, round.number, c.req.header("authorization"))
    const receipts = await service.store.receiptsOf(contest.definition.id, person)
    const own = receipts.find((one) => one.round === round.number)
    if (!own) throw new Refusal("entry-unknown")
    return c.json(await entryView(service, contest, person, own), 200, { "cache-control": "no-store" })
  })
  app.get("/contests/:contest/entries", async (c) => {
    const contest = await contestOf(service, c.req.param("contest"))
    const person = await personOfToken(service, contest.definition, c.req.header("authorization"))
    const receipts = await service.store.receiptsOf(contest.definition.id, person)
    const entries = await Promise.all(receipts.map((own) => entryView(service, contest, person, own)))
    return c.json({ entries }, 200, { "cache-control": "no-store" })
  })
  return app
}

async function askingPerson(
  service: Service,
  { definition }: StoredContest,
  round: number,
  authorization: string | undefined,
): Promise<string> {
  const token = bearerOf(authorization)
  if (!isTicket(token)) return personOfToken(service, definition, authorization)
  const ticket = await service.tickets.open(token, definition.id, round)
  if (!ticket.ok) throw new Refusal(ticket.code)
  return ticket.claims.person
}

async function entryView(
  service: Service,
  contest: StoredContest,
  person: string,
  own: { round: number; receipt: string },
): Promise<EntryView> {
  // The store's own bytes: written by receipts.ts, so of the receipt's shape.
  const receipt = JSON.parse(own.receipt) as Receipt
  const result = await entryResult(service, contest, person, own.round)
  return { receipt, ...(result ? { result } : {}) }
}

async function entryResult(
  { store }: Service,
  { definition }: StoredContest,
  person: string,
  round: number,
): Promise<EntryResult | null> {
  const mark = await store.personalMark(definition.id, round, person)
  const results = mark && (await store.results(definition.id, round, mark.division))
  if (!mark || !results) return null
  const key = Object.fromEntries(results.questions.map(({ id, accepted }) => [id, accepted]))
  const winners = results.awards.flatMap(({ winner }) => (winner ? [winner] : []))
  const last = winners.at(-1)
  const prize = definition.awards.individual.find(({ id }) => id === mark.award)
  return {
    revision: mark.revision,
    correct: mark.correct,
    questions: results.questions.map(({ id, accepted, explanation }) => ({
      id,
      chosen: mark.answers[id] ?? "",
      credited: isCredited(key, id, mark.answers[id]),
      accepted,
      explanation,
    })),
    allCorrect: results.report.allCorrect,
    predictionError: predictionError(mark.prediction, results.report.allCorrect),
    ...(mark.rank === undefined ? {} : { rank: mark.rank }),
    entrants: results.report.entrants,
    ...(prize ? { award: { id: prize.id, name: prize.name } } : {}),
    ...(last
      ? {
          lastAwarded: {
            correct: last.correct,
            predictionError: last.predictionError,
            receivedAt: last.receivedAt,
            late: last.late,
          },
        }
      : {}),
  }
}
