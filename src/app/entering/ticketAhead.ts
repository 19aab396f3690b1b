import type { Outcome } from "../../client/contestApi.ts"
import type { Ticket, TicketRequest } from "../../contract/ticket.ts"
import type { App } from "../createApp.ts"
import { authorized } from "../state/authorized.ts"

/** What came of asking; null: the host gives no token without asking the citizen. */
type Asked = Promise<Outcome<Ticket> | null>

const ahead = new WeakMap<App, { request: string; asked: Asked }>()

/**
 * Asks for the ticket as soon as nothing more has to be decided, so that pressing the button waits for less. Not before
 * the citizen has agreed: the service takes down name and unit when it gives a ticket.
 */
export function askTicketAhead(app: App, round: number, request: TicketRequest): void {
  const asked = ask(app, round, request)
  asked.catch(() => {})
  ahead.set(app, { request: keyOf(app, round, request), asked })
}

/** The ticket: the one that was asked ahead by this very request, unless that came to nothing; else a new one. */
export async function askTicket(app: App, round: number, request: TicketRequest): Asked {
  const before = ahead.get(app)
  ahead.delete(app)
  if (before?.request === keyOf(app, round, request)) {
    const outcome = await before.asked.catch(() => null)
    if (outcome?.ok) return outcome
  }
  return ask(app, round, request)
}

async function ask(app: App, round: number, request: TicketRequest): Asked {
  const { api, config } = app.deps
  const { contest } = await config
  return authorized(app.session, async (token) => app.ask((await api).ticket(contest, round, token, request)))
}

/** Whose it is, too: another citizen may have signed in meanwhile. */
function keyOf(app: App, round: number, request: TicketRequest): string {
  return JSON.stringify([app.session.generation.peek(), round, request])
}
