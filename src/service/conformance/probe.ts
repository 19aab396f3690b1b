import { graceEndsAt } from "../../contest/calendar.ts"
import type { ContestView, RoundView } from "../../contract/contestView.ts"
import type { EntryBody } from "../../contract/entry.ts"
import { type Paper, paperSchema } from "../../contract/paper.ts"
import { type Receipt, receiptSchema } from "../../contract/receipt.ts"
import { routes } from "../../contract/routes.ts"
import { type Ticket, ticketSchema } from "../../contract/ticket.ts"
import { NotRun } from "./ending.ts"
import { bodyOf } from "./expect.ts"
import type { Answer, Call } from "./http.ts"
import type { Levers } from "./levers.ts"
import { type Claims, inventPeople } from "./people.ts"

/** Somebody whose entry counts. */
export type Entrant = { claims: Claims; ticket: string; body: EntryBody; answer: Answer; receipt: Receipt }

/** Somebody with a ticket who has not entered yet. */
export type Holder = { claims: Claims; ticket: string; answer: Answer; terms: Ticket }

/** What rules try a service with: one contest, one round of it, and as many people as they need. */
export type Probe = {
  call: Call
  contest: ContestView
  round: RoundView
  division: string
  /** Instants of the round. */
  times: { opensAt: number; closesAt: number; graceEndsAt: number }
  /** Letters in everything personal of this run. */
  run: string
  /** Every answer so far. */
  answers: readonly Answer[]
  /** A made-up citizen. */
  citizen: (account?: string) => Claims
  /** A token of the host. Throws NotRun where the source gives none: a real issuer is right not to sign everything. */
  identity: (claims: Record<string, unknown>) => Promise<string>
  ticketFor: (claims: Claims, round?: number) => Promise<Holder>
  /** A new person with a ticket. */
  holder: () => Promise<Holder>
  paperOf: (round: number) => Promise<Paper>
  /** A valid entry with changes. */
  body: (change?: Record<string, unknown>) => Promise<EntryBody>
  put: (ticket: string, body: unknown) => Promise<Answer>
  enter: (holder: Holder) => Promise<Entrant>
  /** The first one who entered; the same at every call. */
  first: () => Promise<Entrant>
  /** Issues tickets now, for people who will enter around close. */
  issueTickets: (count: number) => Promise<void>
  /** One of those, each once. */
  ticketInTime: () => string
  /** Sets the service's clock, where there is a lever for it. */
  setClock: (instant: number) => Promise<void>
}

export type ProbeParts = {
  call: Call
  answers: readonly Answer[]
  levers: Levers
  contest: ContestView
  round: RoundView
  run: string
}

/** Makes the probe of one run. */
export function makeProbe({ call, answers, levers, contest, round, run }: ProbeParts): Probe {
  const division = contest.divisions[0]?.id ?? ""
  const citizen = inventPeople(contest, run)
  const [opensAt, closesAt] = [Date.parse(round.opensAt), Date.parse(round.closesAt)]
  const times = {
    opensAt,
    closesAt,
    graceEndsAt: graceEndsAt({ opensAt, closesAt }, contest.late.graceMinutes),
  }
  let setTo: number | null = null
  let first: Promise<Entrant> | null = null
  let paper: Promise<Paper> | null = null
  const inTime: string[] = []

  /** The service's time by its newest answer; only where its clock was set, else the issuer knows better. */
  function issueTimes(): { iat?: number; exp?: number } {
    if (setTo === null) return {}
    const told = Date.parse(answers.at(-1)?.headers.get("date") ?? "")
    const iat = Math.floor((told > setTo ? told : setTo) / 1000)
    return { iat, exp: iat + 300 }
  }

  const probe: Probe = {
    call,
    contest,
    round,
    division,
    times,
    run,
    answers,
    citizen,
    async identity(claims) {
      try {
        return await levers.identity({ ...issueTimes(), ...claims })
      } catch (error) {
        // The operator's source is not what is being tried.
        throw new NotRun(`the identity source gave no token: ${error}`)
      }
    },
    async ticketFor(claims, number = round.number) {
      const credential = await probe.identity(claims)
      const answer = await call("POST", routes.ticket(contest.id, number), { credential, body: {} })
      const terms = bodyOf(ticketSchema, answer)
      return { claims, ticket: terms.ticket, answer, terms }
    },
    holder: () => probe.ticketFor(citizen()),
    paperOf: async (number) =>
      bodyOf(paperSchema, await call("GET", routes.paper(contest.id, number, division))),
    async body(change = {}) {
      // Asked once: a paper does not change while its round is open.
      paper ??= probe.paperOf(round.number)
      const entry = entryTo(await paper, contest.rulesVersion, new Date(times.opensAt + 1000).toISOString())
      return { ...entry, ...change }
    },
    put: (credential, body) => call("PUT", routes.entry(contest.id, round.number), { credential, body }),
    async enter({ claims, ticket }) {
      const body = await probe.body()
      const answer = await probe.put(ticket, body)
      return { claims, ticket, body, answer, receipt: bodyOf(receiptSchema, answer, 201) }
    },
    first() {
      first ??= probe.holder().then(probe.enter)
      return first
    },
    async issueTickets(count) {
      while (inTime.length < count) inTime.push((await probe.holder()).ticket)
    },
    ticketInTime() {
      const ticket = inTime.pop()
      if (ticket === undefined) throw new NotRun("there are no tickets issued before close")
      return ticket
    },
    async setClock(instant) {
      await levers.setClock?.(instant)
      setTo = instant
    },
  }
  return probe
}

/** An entry with the first option everywhere. */
export function entryTo(
  { questions, paperHash }: Paper,
  rulesVersion: string,
  answeredAt: string,
): EntryBody {
  const answers = Object.fromEntries(questions.map(({ id, options }) => [id, options[0]?.id ?? ""]))
  return { answers, prediction: 1, paperHash, rulesVersion, answeredAt }
}
