import { ticketExpiresAt } from "../../../contest/calendar.ts"
import { routes } from "../../../contract/routes.ts"
import { NotRun } from "../ending.ts"
import { refusalFaults } from "../expect.ts"
import { brief } from "../http.ts"
import { changedToken, readableText } from "../jwt.ts"
import { entryTo } from "../probe.ts"
import type { Rule } from "../rule.ts"

/** What a ticket is a right to, and what is not one. */
export const ticketRules: readonly Rule[] = [
  {
    id: "ticket-not-before-opening",
    says: "Before its round opens there is no ticket",
    source: "POST …/ticket; round-not-open",
    stage: "before",
    async *faults({ call, contest, round, identity, citizen }) {
      const credential = await identity(citizen())
      const answer = await call("POST", routes.ticket(contest.id, round.number), { credential, body: {} })
      yield* refusalFaults(answer, "round-not-open", "before opening")
    },
  },
  {
    id: "ticket-terms",
    says: "A ticket names its division and ends fourteen days after grace",
    source: "Ticket: expires at close + grace + 14 days",
    stage: "open",
    async *faults({ contest, division, holder, times }) {
      const { terms } = await holder()
      const due = ticketExpiresAt(times, contest.late.graceMinutes)
      if (Date.parse(terms.expiresAt) !== due)
        yield `expiresAt ${terms.expiresAt}, not ${new Date(due).toISOString()}`
      if (terms.division !== division) yield `division ${terms.division}, not ${division}`
    },
  },
  {
    id: "ticket-no-personal-data",
    says: "Nothing personal can be read out of a ticket",
    source: "Ticket: no personal data in it",
    stage: "open",
    async *faults({ holder, run }) {
      const { ticket } = await holder()
      const text = `${ticket}\n${readableText(ticket)}`
      if (text.includes(run)) yield "sub, person or name of the identity token is in the ticket"
    },
  },
  {
    id: "ticket-request-strict",
    says: "A request for a ticket with an unknown member is malformed",
    source: "POST …/ticket: body {unit?, division?}",
    stage: "open",
    async *faults({ call, contest, round, identity, citizen }) {
      const credential = await identity(citizen())
      const body = { person: "somebody-else" }
      const answer = await call("POST", routes.ticket(contest.id, round.number), { credential, body })
      yield* refusalFaults(answer, "malformed", "with an unknown member")
    },
  },
  {
    id: "ticket-changed",
    says: "A ticket that was changed is no ticket",
    source: "Ticket = JWS by the service; ticket-invalid",
    stage: "open",
    async *faults({ holder, body, put }) {
      const { ticket } = await holder()
      const [head, payload, signature = ""] = ticket.split(".")
      const flipped = `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`
      for (const forged of [
        [head, payload, flipped].join("."),
        changedToken(ticket, { sub: "somebody-else" }),
      ])
        yield* refusalFaults(await put(forged, await body()), "ticket-invalid", "with a changed ticket")
    },
  },
  {
    id: "ticket-other-round",
    says: "A ticket enters no other round than its own",
    source: "Ticket: this person's entry for this round; nothing else",
    stage: "open",
    async *faults({ contest, round, citizen, ticketFor, paperOf, put }) {
      const earlier = contest.rounds.find(({ number }) => number < round.number)
      if (!earlier) throw new NotRun("no earlier round to have a ticket of")
      const { ticket } = await ticketFor(citizen(), earlier.number)
      const entry = entryTo(await paperOf(round.number), contest.rulesVersion, round.opensAt)
      const answer = await put(ticket, entry)
      yield* refusalFaults(
        answer,
        "ticket-invalid",
        `round ${earlier.number}'s ticket in round ${round.number}`,
      )
    },
  },
  {
    id: "credentials-apart",
    says: "A ticket is no identity, and an identity no ticket",
    source: "Credential column; ticket: nothing else",
    stage: "open",
    async *faults({ call, contest, round, holder, citizen, identity, body }) {
      const { ticket } = await holder()
      const list = await call("GET", routes.entries(contest.id), { credential: ticket })
      yield* refusalFaults(list, "identity-invalid", "a list of entries by ticket")
      const renewed = await call("POST", routes.ticket(contest.id, round.number), {
        credential: ticket,
        body: {},
      })
      yield* refusalFaults(renewed, "identity-invalid", "a ticket by ticket")
      const token = { credential: await identity(citizen()), body: await body() }
      const entered = await call("PUT", routes.entry(contest.id, round.number), token)
      yield* refusalFaults(entered, "ticket-invalid", "an entry by identity")
    },
  },
  {
    id: "ticket-repeats-receipt",
    says: "Who has entered gets the receipt with every new ticket",
    source: "POST …/ticket: receipt?",
    stage: "open",
    async *faults({ first, ticketFor }) {
      const { claims, receipt } = await first()
      const { terms, answer } = await ticketFor(claims)
      if (terms.receipt?.signature !== receipt.signature) yield brief(answer)
    },
  },
  {
    id: "ticket-expires",
    says: "Fourteen days after grace a ticket is worth nothing, even to who has entered",
    source: "Ticket: expires at close + grace + 14 days; ticket-expired",
    stage: "expired",
    async *faults({ first, put }) {
      const { ticket, body } = await first()
      yield* refusalFaults(await put(ticket, body), "ticket-expired", "fourteen days after grace")
    },
  },
]
