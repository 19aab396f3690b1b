import type { Outcome } from "../../client/contestApi.ts"
import type { Paper } from "../../contract/paper.ts"
import type { Ticket, TicketRequest } from "../../contract/ticket.ts"
import { ticketOwner } from "../../contract/ticketOwner.ts"
import type { App } from "../createApp.ts"
import { signIn } from "../home/actions.ts"
import { authorized } from "../state/authorized.ts"
import { type Draft, draftVersion } from "../state/draft.ts"

/** "drafted": answering can start. "counted": an entry of this person counts already. */
export type Entered = "drafted" | "counted" | "signed-out" | "not-eligible" | "unavailable" | "unreachable"

/**
 * Gets this round's ticket and paper and makes the draft, so that from here on no network is needed until the entry
 * is sent. A draft that is there already goes on with the new ticket.
 */
export async function enter(app: App, round: number, request: TicketRequest): Promise<Entered> {
  if (!(await signIn(app))) return "signed-out"
  const { api, config } = app.deps
  const { contest } = await config
  const asked = await authorized(app.session, async (token) =>
    app.ask((await api).ticket(contest, round, token, request)),
  )
  if (!asked) return "signed-out"
  if (!asked.ok) return refused(app, asked)
  const ticket = asked.value
  const owner = ticketOwner(ticket.ticket)
  if (owner === null) return "unavailable"
  // What it keeps for later openings may take its time.
  void app.session.adopt(owner)
  if (ticket.receipt) {
    app.entries.take(ticket.receipt)
    return "counted"
  }
  const paper = await app.published.paper(contest, round, ticket.division)
  if (!paper.ok) return refused(app, paper)
  app.drafts.save(draftOf(app, contest, owner, ticket, paper.value))
  return "drafted"
}

function refused(app: App, { problem }: Outcome<unknown> & { ok: false }): Entered {
  if (problem.code === "not-eligible") {
    app.barred.value = { code: "not-eligible", reason: problem.reason ?? null }
    return "not-eligible"
  }
  if (problem.code === "busy" || problem.code === "read-only") {
    app.barred.value = { code: "unavailable" }
    return "unavailable"
  }
  if (problem.retry === "reauth") return "signed-out"
  return "unreachable"
}

function draftOf(app: App, contest: string, owner: string, ticket: Ticket, paper: Paper): Draft {
  const before = app.drafts.byRound.peek().get(paper.round)
  const asked = new Set(paper.questions.map(({ id }) => id))
  // A corrected paper keeps the answers to the questions that it still asks.
  const answers = Object.fromEntries(Object.entries(before?.answers ?? {}).filter(([id]) => asked.has(id)))
  return {
    version: draftVersion,
    contest,
    round: paper.round,
    owner,
    ticket: ticket.ticket,
    ticketExpiresAt: Date.parse(ticket.expiresAt),
    division: ticket.division,
    unit: ticket.participant.unit ?? null,
    paperHash: paper.paperHash,
    questions: paper.questions,
    answers,
    step: before?.step ?? 1,
    predictionText: before?.predictionText ?? "",
    reviewed: before?.reviewed ?? false,
    optionSeed: before?.optionSeed ?? app.deps.random32(),
  }
}
