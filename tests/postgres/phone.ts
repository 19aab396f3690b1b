import { setTimeout as wait } from "node:timers/promises"
import { paperHash } from "../../src/contract/hash.ts"
import type { Paper } from "../../src/contract/paper.ts"
import { apiBase, routes } from "../../src/contract/routes.ts"
import type { ServeProcess } from "./serveProcess.ts"

/** Where phones send: any of the processes in rotation, as a load balancer does. */
export type Rotation = { processes: ServeProcess[] }

/** What came back of an attempt; `null`: nothing did. */
export type Attempt = { status: number; text: string } | null

/** A citizen's phone: tries again, through whichever process, until it is answered. `seen`: told of every attempt. */
export function phone(rotation: Rotation, contest: string, seen: (attempt: Attempt) => void) {
  const send = async (
    method: string,
    path: string,
    credential?: string,
    body?: unknown,
  ): Promise<Attempt> => {
    const { processes } = rotation
    const process = processes[Math.floor(Math.random() * processes.length)]
    if (!process) throw new Error("the test is over: no process is left")
    try {
      const answer = await fetch(process.origin + apiBase + path, {
        method,
        headers: {
          ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      })
      return { status: answer.status, text: await answer.text() }
    } catch {
      // Refused, cut, or no answer: a phone cannot know whether the service had it.
      return null
    }
  }
  const until = async (done: readonly number[], attempt: () => Promise<Attempt>): Promise<string> => {
    for (let failed = 0; ; failed += 1) {
      const answer = await attempt()
      seen(answer)
      if (answer && done.includes(answer.status)) return answer.text
      // As the outbox does, in a tenth of its time.
      await wait(Math.random() * Math.min(1000, 50 * 2 ** failed))
    }
  }
  return {
    paper: async () =>
      JSON.parse(await until([200], () => send("GET", routes.paper(contest, 1, "all")))) as Paper,
    ticket: async (identity: string) => {
      const text = await until([200], () => send("POST", routes.ticket(contest, 1), identity, {}))
      return (JSON.parse(text) as { ticket: string }).ticket
    },
    /** The receipt's bytes. */
    enter: (ticket: string, body: unknown) =>
      until([200, 201], () => send("PUT", routes.entry(contest, 1), ticket, body)),
  }
}

export type Phone = ReturnType<typeof phone>

/** An entry to a paper: the first option everywhere. */
export async function entryTo({ questions }: Paper, prediction: number) {
  return {
    answers: Object.fromEntries(questions.map(({ id, options }) => [id, options[0]?.id ?? ""])),
    prediction,
    paperHash: await paperHash(questions),
    rulesVersion: "1",
    answeredAt: new Date().toISOString(),
  }
}
