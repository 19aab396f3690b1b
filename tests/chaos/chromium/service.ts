import { apiBase, routes } from "../../../src/contract/routes.ts"
import { ticketOwner } from "../../../src/contract/ticketOwner.ts"
import type { SealRequest } from "../../../src/outbox/row.ts"
import { demoContest } from "../../../src/service/demo/startDemo.ts"

/** The service as people use it whose network works: tickets, papers, and what counts. */
export function directService(origin: string) {
  async function call(path: string, init: RequestInit = {}) {
    for (let tries = 5; ; tries -= 1) {
      try {
        const answer = await fetch(origin + path, init)
        return { status: answer.status, json: await answer.json() }
      } catch (reason) {
        // The service may close a kept connection just as a request goes onto it. Every call here can be made again.
        if (tries <= 1) throw reason
      }
    }
  }
  const post = (path: string, body: unknown, token?: string) =>
    call(path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })

  async function tokenOf(person: string): Promise<string> {
    const claims = { sub: `sub-${person}`, person, account: "vneid", assurance: 2 }
    return (await post("/demo/identity", { claims })).json.token
  }
  async function ticketOf(person: string) {
    const { json } = await post(apiBase + routes.ticket(demoContest, 1), {}, await tokenOf(person))
    return {
      ticket: String(json.ticket),
      expiresAt: Date.parse(json.expiresAt),
      owner: ticketOwner(json.ticket) ?? "",
      division: String(json.division),
    }
  }

  return {
    ticketOf,
    /** Everything that sealing needs; the answers differ with `choice`. */
    async entryOf(person: string, choice: number): Promise<SealRequest> {
      const { ticket, expiresAt, owner, division } = await ticketOf(person)
      const { json } = await call(apiBase + routes.paper(demoContest, 1, division))
      const questions: { id: string; options: { id: string }[] }[] = json.questions
      return {
        contest: demoContest,
        round: 1,
        owner,
        ticket,
        ticketExpiresAt: expiresAt,
        serviceOffsetMs: null,
        body: {
          answers: Object.fromEntries(
            questions.map(({ id, options }, index) => [id, options[(choice >> index) & 1]?.id ?? ""]),
          ),
          prediction: choice % 5000,
          paperHash: json.paperHash,
          rulesVersion: "1",
          answeredAt: new Date().toISOString(),
        },
      }
    },
    /** The receipt of the entry that counts; null where none does. */
    async counted(person: string) {
      const token = await tokenOf(person)
      const { status, json } = await call(apiBase + routes.entry(demoContest, 1), {
        headers: { authorization: `Bearer ${token}` },
      })
      return status === 200 ? (json.receipt as { code: string; entryHash: string; prediction: number }) : null
    },
  }
}

export type DirectService = ReturnType<typeof directService>
