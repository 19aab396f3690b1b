import { createHash } from "node:crypto"
import { canonicalJson } from "../../../src/contract/canonicalJson.ts"
import type { EntryBody } from "../../../src/contract/entry.ts"
import { apiBase, routes } from "../../../src/contract/routes.ts"
import type { Ticket } from "../../../src/contract/ticket.ts"
import { ticketOwner } from "../../../src/contract/ticketOwner.ts"
import { contestService } from "../../../src/service/app.ts"
import { seededRandom } from "../../../src/service/demo/seededRandom.ts"
import { personKeeper } from "../../../src/service/identity/person.ts"
import { ticketOffice } from "../../../src/service/identity/tickets.ts"
import { sampleDefinition } from "../../contest/sampleDefinition.ts"
import type { Answer } from "../faults/passThrough.ts"
import { entryKey, memoryContestStore } from "../service/memoryContestStore.ts"
import { samplePapers } from "../service/samplePapers.ts"
import type { WorldClock } from "./worldClock.ts"

const origin = "https://service.example"
/** Base URL of the API of the simulated service. */
export const api = origin + apiBase
export const contest = "sample"
const identityLifeMs = 600_000

/**
 * The real handlers over a store in memory and the world's clock. Only what would bring chance in is replaced: random
 * bytes come from the seed, signatures of receipts are hashes, identity tokens are plain JSON with an end.
 */
export async function simulatedService(clock: WorldClock, seed: number) {
  const random = seededRandom(seed)
  const definition = sampleDefinition()
  const papers = await samplePapers(definition)
  const store = memoryContestStore({ definition, units: [] }, papers)
  const key = Buffer.alloc(32, 7).toString("base64url")
  const app = contestService({
    store,
    clock: clock.now,
    verifyIdentity: async (token) => {
      const { person, until } = JSON.parse(Buffer.from(token, "base64url").toString())
      return clock.now() < until
        ? { sub: person, person, account: "vneid", assurance: 2, iat: 0, exp: until / 1000 }
        : null
    },
    personOf: personKeeper(key),
    tickets: ticketOffice(key, clock.now),
    receipts: {
      sign: async (receipt) =>
        canonicalJson({ ...receipt, signature: `h.${hash(canonicalJson(receipt))}.s` }),
      signStatement: async (text) => `h.${hash(text)}.s`,
      keys: { keys: [] },
    },
    randomBytes: (count) => Uint8Array.from({ length: count }, () => random.below(256)),
    log: () => {},
    bodyTimeoutMs: 10_000,
  })
  const receipts = new Map<string, Set<string>>()
  const windows = definition.rounds.map(({ opensAt, closesAt }) => ({ opensAt, closesAt }))

  async function handle(path: string, init: RequestInit): Promise<Answer> {
    const response = await app.request(origin + path, init)
    const { status } = response
    const text = await response.text()
    if (init.method === "PUT" && (status === 200 || status === 201)) noteReceipt(path, init, text)
    return { status, headers: Object.fromEntries(response.headers), text }
  }

  function noteReceipt(path: string, init: RequestInit, text: string): void {
    const owner = ticketOwner(new Headers(init.headers).get("authorization") ?? "")
    const given = receipts.get(`${path} ${owner}`) ?? new Set()
    receipts.set(`${path} ${owner}`, given.add(text))
  }

  return {
    handle,
    /** How many of a person's receipts for a round differ from each other: 1 where one entry counts, as it must. */
    receiptsGiven: (round: number, owner: string) =>
      receipts.get(`${apiBase}${routes.entry(contest, round)} ${owner}`)?.size ?? 0,
    /** A host's token, good for ten minutes. */
    token: (person: string) =>
      Buffer.from(JSON.stringify({ person, until: clock.now() + identityLifeMs })).toString("base64url"),
    /** A ticket over a network that works. */
    async ticket(person: string, round: number): Promise<Ticket> {
      const { status, text } = await handle(apiBase + routes.ticket(contest, round), {
        method: "POST",
        headers: {
          authorization: `Bearer ${this.token(person)}`,
          "content-type": "application/json",
        },
        body: "{}",
      })
      if (status !== 200) throw new Error(`no ticket: ${text}`)
      return JSON.parse(text)
    },
    entryOf: (round: number, owner: string) => store.entries.get(entryKey(contest, round, owner)) ?? null,
    /** Answers that differ with `choice`; `answeredAt`: by the phone's clock. */
    body(round: number, choice: number, answeredAt: number): EntryBody {
      const paper = papers.find((one) => one.round === round)
      return {
        answers: Object.fromEntries(
          (paper?.bank ?? []).map(({ id }, index) => [id, "abcd"[(choice >> index) & 3] ?? "a"]),
        ),
        prediction: choice % 5000,
        paperHash: paper?.paperHash ?? "",
        rulesVersion: "1",
        answeredAt: new Date(answeredAt).toISOString(),
      }
    },
    windowOf: (round: number) => definition.rounds[round - 1] ?? { opensAt: 0, closesAt: 0 },
    /** The organiser moves the end of a round; null: all as at the beginning. */
    closeAt(round: number | null, closesAt = 0) {
      for (const [index, one] of definition.rounds.entries()) {
        const window = one as { closesAt: number }
        if (round === null) window.closesAt = windows[index]?.closesAt ?? 0
        else if (one.number === round) window.closesAt = closesAt
      }
    },
  }
}

export type SimulatedService = Awaited<ReturnType<typeof simulatedService>>

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64url")
}
