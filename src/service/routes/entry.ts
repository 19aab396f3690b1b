import { type Context, Hono } from "hono"
import * as v from "valibot"
import { arrivalOf } from "../../contest/calendar.ts"
import type { ContestDefinition, Round } from "../../contest/definition.ts"
import { canonicalJson } from "../../contract/canonicalJson.ts"
import { type EntryBody, entryBodySchema, maxEntryBytes, maxEntryDepth } from "../../contract/entry.ts"
import { entryCode } from "../../contract/entryCode.ts"
import { hashedOfEntry } from "../../contract/hash.ts"
import type { Receipt } from "../../contract/receipt.ts"
import { toIso } from "../clock.ts"
import type { TicketClaims } from "../identity/tickets.ts"
import type { Service } from "../service.ts"
import { sha256 } from "../sha256.ts"
import type { InsertOutcome } from "../store/contestStore.ts"
import { type ReadBody, readJson } from "./body.ts"
import { bearerOf } from "./credential.ts"
import { roundOf } from "./lookUp.ts"
import { misfit } from "./paperCheck.ts"
import { notOpenYet, Refusal } from "./problem.ts"
import { entryLimit } from "./rateLimit.ts"

/** An entry that was read and is well-formed, on its way to being judged. */
type Incoming = {
  definition: ContestDefinition
  round: Round
  ticket: TicketClaims
  body: EntryBody
  hash: string
  receivedAt: ReadBody["receivedAt"]
}

/** `PUT /contests/{c}/rounds/{r}/entry`: exactly one entry of a person counts, and every replay of it gets its receipt. */
export function entryRoutes(service: Service): Hono {
  const app = new Hono()
  const refuseTooOften = entryLimit(service)
  app.put("/contests/:contest/rounds/:round/entry", async (c) => {
    const { definition, round } = await roundOf(service, c.req.param("contest"), c.req.param("round"))
    const ticket = await service.tickets.open(
      bearerOf(c.req.header("authorization")),
      definition.id,
      round.number,
    )
    if (!ticket.ok) throw new Refusal(ticket.code)
    refuseTooOften(ticket.claims.person)
    const limits = { maxBytes: maxEntryBytes, maxDepth: maxEntryDepth, timeoutMs: service.bodyTimeoutMs }
    const { value, receivedAt } = await readJson(c.req.raw, service.clock, limits)
    const body = parseEntry(value)
    const hash = sha256(hashedOfEntry(body))
    return enter(c, service, { definition, round, ticket: ticket.claims, body, hash, receivedAt })
  })
  return app
}

function parseEntry(value: unknown): EntryBody {
  const parsed = v.safeParse(entryBodySchema, value)
  if (parsed.success) return parsed.output
  throw new Refusal("invalid-entry", {
    issues: parsed.issues
      .slice(0, 50)
      .map((issue) => ({ path: v.getDotPath(issue) ?? "", message: issue.message })),
  })
}

/**
 * Nearly every entry fits its paper, comes in time and is the first of its person: it is stored without a question, by a
 * statement that does nothing unless all of that holds. What is not stored that way is looked up and judged.
 */
async function enter(c: Context, service: Service, incoming: Incoming): Promise<Response> {
  const { definition, round, ticket, body } = incoming
  const arrival = arrivalOfEntry(incoming)
  if (arrival === "on-time" || arrival === "late") {
    const paper = await service.store.paper(definition.id, round.number, ticket.division)
    if (paper && !misfit(body, paper, definition)) {
      const { outcome, receipt } = await insert(service, incoming, arrival === "late", ticket.unit)
      if (outcome === "stored") return answerReceipt(c, receipt, 201)
      if (outcome === "frozen") return refuseLate(service, incoming)
    }
  }
  return judge(c, service, incoming)
}

async function judge(c: Context, service: Service, incoming: Incoming): Promise<Response> {
  const { definition, round, ticket, body, hash, receivedAt } = incoming
  for (;;) {
    const standing = await service.store.standing(definition.id, round.number, ticket.person)
    // Before any deadline: the retry of an entry that counts gets its receipt even a week later.
    if (standing.counted) return answerCounted(c, standing.counted, hash)
    if (standing.excluded) throw new Refusal("not-eligible", { reason: "excluded" })
    if (standing.frozen && standing.frozen.division !== ticket.division) {
      throw new Refusal("not-eligible", { reason: "division-frozen" })
    }
    const arrival = arrivalOfEntry(incoming)
    if (arrival === "early") throw notOpenYet(round, receivedAt)
    const paper = await service.store.paper(definition.id, round.number, ticket.division)
    if (!paper) throw new Refusal("busy", { detail: "the paper is not loaded", retryAfterSeconds: 60 })
    const refusal = misfit(body, paper, definition)
    if (refusal) throw refusal
    if (arrival === "too-late") return refuseLate(service, incoming)
    const unit = standing.frozen ? standing.frozen.unit : ticket.unit
    const { outcome, receipt } = await insert(service, incoming, arrival === "late", unit)
    if (outcome === "stored") return answerReceipt(c, receipt, 201)
    if (outcome === "frozen") return refuseLate(service, incoming)
    // The code was taken: another is drawn. Or something of the person's came in between: it is looked up again.
  }
}

function arrivalOfEntry({ definition, round, ticket, receivedAt }: Incoming) {
  return arrivalOf(round, definition.late.graceMinutes, { receivedAt, ticketIssuedAt: ticket.issuedAt })
}

async function insert(
  service: Service,
  { definition, round, ticket, body, hash, receivedAt }: Incoming,
  late: boolean,
  unit: string | undefined,
): Promise<{ outcome: InsertOutcome; receipt: string }> {
  // Finer than a second would reward the network operator.
  const receivedAtSecond = Math.floor(receivedAt / 1000) * 1000
  const code = entryCode(definition.codePrefix, round.number, service.randomBytes(8))
  const place = { division: ticket.division, ...(unit === undefined ? {} : { unit }) }
  const receipt = await service.receipts.sign({
    code,
    contest: definition.id,
    round: round.number,
    ...place,
    receivedAt: toIso(receivedAtSecond),
    late,
    prediction: body.prediction,
    entryHash: hash,
  })
  const outcome = await service.store.insertEntry(definition.id, {
    round: round.number,
    person: ticket.person,
    ...place,
    code,
    body,
    entryHash: hash,
    receivedAt: receivedAtSecond,
    late,
    receipt,
  })
  if (outcome === "stored") service.log("entry-stored", { contest: definition.id, round: round.number, late })
  return { outcome, receipt }
}

async function refuseLate(
  service: Service,
  { definition, round, ticket, body, hash, receivedAt }: Incoming,
): Promise<never> {
  await service.store.keepRefusedAttempt(
    definition.id,
    round.number,
    ticket.person,
    canonicalJson(body),
    hash,
    receivedAt,
  )
  throw new Refusal("round-closed", { closedAt: toIso(round.closesAt) })
}

function answerCounted(c: Context, counted: { receipt: string; entryHash: string }, hash: string): Response {
  if (counted.entryHash === hash) return answerReceipt(c, counted.receipt, 200)
  // The store's own bytes: written by receipts.ts, so of the receipt's shape.
  throw new Refusal("already-entered", { receipt: JSON.parse(counted.receipt) as Receipt })
}

function answerReceipt(c: Context, receipt: string, status: 200 | 201): Response {
  return c.body(receipt, status, { "content-type": "application/json", "cache-control": "no-store" })
}
