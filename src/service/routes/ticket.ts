import { Hono } from "hono"
import * as v from "valibot"
import { ticketExpiresAt } from "../../contest/calendar.ts"
import { participantReference } from "../../contract/participantReference.ts"
import type { Receipt } from "../../contract/receipt.ts"
import { type Ticket, ticketRequestSchema } from "../../contract/ticket.ts"
import { toIso } from "../clock.ts"
import type { Service } from "../service.ts"
import { readJson } from "./body.ts"
import { identityOf } from "./credential.ts"
import { checkEligibility, placeOf } from "./eligibility.ts"
import { roundOf } from "./lookUp.ts"
import { notOpenYet, Refusal } from "./problem.ts"

const bodyLimits = { maxBytes: 1024, maxDepth: 1 }

/**
 * `POST /contests/{c}/rounds/{r}/ticket`. Issued from opening on, also after close: a phone that lost its ticket still
 * fetches the receipt of an entry that counts, and one that comes too late leaves its entry as evidence. Whether an entry
 * is in time is judged when it arrives.
 */
export function ticketRoutes(service: Service): Hono {
  const { store, clock, personOf, tickets } = service
  const app = new Hono()
  app.post("/contests/:contest/rounds/:round/ticket", async (c) => {
    const { definition, units, round } = await roundOf(service, c.req.param("contest"), c.req.param("round"))
    const identity = await identityOf(service, c.req.header("authorization"))
    const { value } = await readJson(c.req.raw, clock, { ...bodyLimits, timeoutMs: service.bodyTimeoutMs })
    const request = v.safeParse(ticketRequestSchema, value)
    if (!request.success) throw new Refusal("malformed", { detail: request.issues[0].message })

    const now = clock()
    if (now < round.opensAt) throw notOpenYet(round, now)
    checkEligibility(definition, identity)
    const person = personOf(definition, identity)
    if (person === null) throw new Refusal("not-eligible", { reason: "person-missing" })
    const { counted, excluded, frozen } = await store.standing(definition.id, round.number, person)
    if (excluded) throw new Refusal("not-eligible", { reason: "excluded" })

    const { name } = identity
    // Frozen by the first entry: what is declared now, or not declared any more, changes nothing.
    const place = frozen ?? placeOf(definition, units, identity, request.output)
    const inForce = await store.saveParticipant(definition.id, {
      declared: false,
      ...place,
      person,
      reference: await participantReference(person),
      account: identity.account,
      ...(name === undefined ? {} : { name: name.normalize("NFC") }),
    })
    const expiresAt = ticketExpiresAt(round, definition.late.graceMinutes)
    const claims = { person, contest: definition.id, round: round.number, ...inForce, issuedAt: now }
    const answer: Ticket = {
      ticket: await tickets.issue(claims, expiresAt),
      issuedAt: toIso(now),
      expiresAt: toIso(expiresAt),
      division: inForce.division,
      participant: {
        ...(name === undefined ? {} : { name: name.normalize("NFC") }),
        ...(inForce.unit === undefined ? {} : { unit: inForce.unit }),
      },
      // The store's own bytes: written by receipts.ts, so of the receipt's shape.
      ...(counted ? { receipt: JSON.parse(counted.receipt) as Receipt } : {}),
    }
    return c.json(answer, 200, { "cache-control": "no-store" })
  })
  return app
}
