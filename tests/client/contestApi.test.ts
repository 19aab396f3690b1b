import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { ContestApi, Outcome } from "../../src/client/contestApi.ts"
import { httpContestApi } from "../../src/client/httpContestApi.ts"
import { rootFromPath } from "../../src/contest/merkle.ts"
import { canonicalJson } from "../../src/contract/canonicalJson.ts"
import type { EntryBody } from "../../src/contract/entry.ts"
import { entryHash, paperHash } from "../../src/contract/hash.ts"
import { apiBase, routes } from "../../src/contract/routes.ts"
import { publishRound } from "../../src/service/organiser/publish.ts"
import { sha256 } from "../../src/service/sha256.ts"
import { sampleDefinition } from "../contest/sampleDefinition.ts"
import {
  closesAt,
  graceEndsAt,
  opensAt,
  sampleBank,
  type TestService,
  testService,
  weekMs,
} from "../service/testService.ts"
import { inProcessContestApi } from "./inProcessContestApi.ts"
import { loadExample, type Message, type Send } from "./inProcessExample.ts"

/** The sample contest behind some ContestApi. */
type World = {
  api: ContestApi
  setClock: (instant: number) => void
  token: (person: string) => Promise<string>
  publish: (round: number) => Promise<unknown>
  /** From now on nothing comes back. */
  goAway: () => void
  close: () => Promise<void>
}

/** The real service behind a wire of some kind; `adapter` gets what carries requests to it. */
async function overService(
  adapter: (fetch: typeof globalThis.fetch, the: TestService) => ContestApi | Promise<ContestApi>,
): Promise<World> {
  const the = await testService()
  let isAway = false
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    request.signal.throwIfAborted()
    if (isAway) throw new TypeError(`Failed to fetch with ${request.headers.get("authorization")}`)
    return the.app.request(request)
  }
  return {
    api: await adapter(fetch, the),
    setClock: the.setClock,
    token: the.token,
    publish: (round) => publishRound(the.sql, the.service.receipts, "sample", round, "test", graceEndsAt),
    goAway: () => {
      isAway = true
    },
    close: () => the.sql.close(),
  }
}

async function inMemory(): Promise<World> {
  let now = opensAt
  let isAway = false
  const parts = {
    definition: sampleDefinition(),
    bankOf: sampleBank,
    clock: () => now,
    isAway: () => isAway,
  }
  return {
    ...inProcessContestApi(parts),
    setClock: (instant) => {
      now = instant
    },
    goAway: () => {
      isAway = true
    },
    close: async () => undefined,
  }
}

/** Carries the guide's messages to the real service. */
function sendOver(fetch: typeof globalThis.fetch): Send {
  const paths: Record<string, (place: Message["place"]) => [string, string]> = {
    contest: ({ contest }) => ["GET", routes.contest(String(contest))],
    paper: ({ contest, round, division }) => [
      "GET",
      routes.paper(String(contest), Number(round), String(division)),
    ],
    ticket: ({ contest, round }) => ["POST", routes.ticket(String(contest), Number(round))],
    enter: ({ contest, round }) => ["PUT", routes.entry(String(contest), Number(round))],
    entry: ({ contest, round }) => ["GET", routes.entry(String(contest), Number(round))],
    entries: ({ contest }) => ["GET", routes.entries(String(contest))],
    results: ({ contest, round, division }) => [
      "GET",
      routes.results(String(contest), Number(round), String(division)),
    ],
    revisions: ({ contest, round }) => ["GET", routes.revisions(String(contest), Number(round))],
    proof: ({ contest, round, code }) => [
      "GET",
      routes.ledgerProof(String(contest), Number(round), String(code)),
    ],
    practice: ({ contest }) => ["GET", routes.practice(String(contest))],
    standings: ({ contest }) => ["GET", routes.standings(String(contest))],
    complain: ({ contest }) => ["POST", routes.complaints(String(contest))],
  }
  return async ({ name, place, credential, body }, signal) => {
    const [method, path] = paths[name]?.(place) ?? ["GET", "/"]
    const answer = await fetch(`http://service${apiBase}${path}`, {
      method,
      headers: {
        ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    })
    return { good: answer.ok, content: await answer.json(), at: Date.parse(answer.headers.get("date") ?? "") }
  }
}

const worlds: [string, () => Promise<World>][] = [
  [
    "the HTTP adapter over the real service",
    () => overService((fetch) => httpContestApi(`http://service${apiBase}`, fetch, { retryDelayMs: 0 })),
  ],
  ["a contest in memory", inMemory],
  [
    "the example of the guide over the real service",
    () => overService(async (fetch) => (await loadExample()).messageContestApi(sendOver(fetch))),
  ],
]

const bank = sampleBank()
const right = Object.fromEntries(bank.map(({ id, accepted }) => [id, accepted[0] ?? ""]))
const never = new AbortController().signal

function given<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
}

describe.each(worlds)("%s", (_, open) => {
  let world: World
  beforeEach(async () => {
    world = await open()
    world.setClock(opensAt + 60_000)
  })
  afterEach(() => world.close())

  const ticketOf = async (person: string) =>
    given(await world.api.ticket("sample", 1, await world.token(person), {})).ticket
  const sealed = async (change: Partial<EntryBody> = {}): Promise<EntryBody> => {
    const paper = given(await world.api.paper("sample", 1, "all"))
    const fixed = { rulesVersion: "1", answeredAt: "2024-10-29T01:00:00.000Z" }
    return { answers: right, prediction: 7, paperHash: paper.paperHash, ...fixed, ...change }
  }
  const put = (ticket: string, body: unknown, signal = never) =>
    world.api.putEntry({ contest: "sample", round: 1, ticket, body: JSON.stringify(body) }, signal)
  const refused = (code: string, retry: string, more: object = {}) => ({
    ok: false,
    problem: { code, retry, ...more },
  })

  it("tells the contest, the phase of each round, and the service's time", async () => {
    const outcome = await world.api.contest("sample")
    const { id, rounds, paper, prediction } = given(outcome)
    expect({ id, questions: paper.questions, max: prediction.max }).toEqual({
      id: "sample",
      questions: 15,
      max: 999_999,
    })
    expect(rounds.map(({ number, phase, entrants }) => [number, phase, entrants])).toEqual([
      [1, "open", 0],
      [2, "upcoming", 0],
    ])
    expect(outcome.serviceTime).toBe(opensAt + 60_000)
    expect(await world.api.contest("nothing")).toMatchObject(refused("contest-unknown", "never"))
  })

  it("gives the paper from opening on, without a time, its hash being that of its questions", async () => {
    const outcome = await world.api.paper("sample", 1, "all")
    const paper = given(outcome)
    expect(paper.questions.map(({ id }) => id)).toEqual(bank.map(({ id }) => id))
    expect(await paperHash(paper.questions)).toBe(paper.paperHash)
    expect(JSON.stringify(paper)).not.toMatch(/accepted|explanation/)
    expect(outcome.serviceTime).toBe(null)
    expect(await world.api.paper("sample", 9, "all")).toMatchObject(refused("round-unknown", "never"))
    world.setClock(opensAt - 1)
    const early = await world.api.paper("sample", 1, "all")
    expect(early).toMatchObject(
      refused("round-not-open", "after", { opensAt: new Date(opensAt).toISOString() }),
    )
  })

  it("gives a ticket to whom the host vouches for, and to no one else", async () => {
    const outcome = await world.api.ticket("sample", 1, await world.token("hoa"), {})
    const { ticket, division, expiresAt, receipt } = given(outcome)
    expect(ticket.length).toBeGreaterThan(5)
    expect({ division, receipt }).toEqual({ division: "all", receipt: undefined })
    expect(Date.parse(expiresAt)).toBe(graceEndsAt + 2 * weekMs)
    const forged = await world.api.ticket("sample", 1, "forged.to.ken", {})
    expect(forged).toMatchObject(refused("identity-invalid", "reauth"))
    expect(await put("forged.tick.et", await sealed())).toMatchObject(refused("ticket-invalid", "reauth"))
  })

  it("takes an entry once: the same again gets the same receipt, another one the first's", async () => {
    const ticket = await ticketOf("hoa")
    const body = await sealed()
    const first = given(await put(ticket, body))
    expect(first).toMatchObject({
      contest: "sample",
      round: 1,
      division: "all",
      late: false,
      prediction: 7,
      entryHash: await entryHash(body),
      receivedAt: new Date(opensAt + 60_000).toISOString(),
    })
    expect(given(await put(await ticketOf("hoa"), { ...body, answeredAt: "2020-01-01T00:00:00Z" }))).toEqual(
      first,
    )
    const other = await put(ticket, { ...body, prediction: 8 })
    expect(other).toMatchObject(refused("already-entered", "never", { receipt: first }))
    const renewed = await world.api.ticket("sample", 1, await world.token("hoa"), {})
    expect(given(renewed).receipt).toEqual(first)
    expect(given(await world.api.contest("sample")).rounds[0]?.entrants).toBe(1)
  })

  it("refuses what does not fit, says where, and keeps nothing of it", async () => {
    const ticket = await ticketOf("hoa")
    const body = await sealed()
    for (const [spoilt, path] of [
      [{ ...body, prediction: 1_000_000 }, "prediction"],
      [{ ...body, prediction: 1.5 }, "prediction"],
      [{ ...body, answers: { ...right, r1q03: "e" } }, "answers.r1q03"],
      [{ ...body, extra: 1 }, "extra"],
    ] as const) {
      const issues = [{ path, message: expect.any(String) }]
      expect(await put(ticket, spoilt)).toMatchObject(refused("invalid-entry", "never", { issues }))
    }
    expect(await put(ticket, { ...body, paperHash: "0".repeat(64) })).toMatchObject(
      refused("paper-stale", "never"),
    )
    const cut = { contest: "sample", round: 1, ticket, body: "{" }
    expect(await world.api.putEntry(cut, never)).toMatchObject(refused("malformed", "never"))
    expect(await world.api.entry("sample", 1, ticket)).toMatchObject(refused("entry-unknown", "never"))
  })

  it("shows one's own entries by ticket or identity, and nobody else's", async () => {
    const ticket = await ticketOf("hoa")
    const receipt = given(await put(ticket, await sealed()))
    const identity = await world.token("hoa")
    for (const credential of [ticket, identity])
      expect(given(await world.api.entry("sample", 1, credential))).toEqual({ receipt })
    expect(given(await world.api.entries("sample", identity))).toEqual({ entries: [{ receipt }] })
    const stranger = await world.token("stranger")
    expect(await world.api.entry("sample", 1, stranger)).toMatchObject(refused("entry-unknown", "never"))
    expect(given(await world.api.entries("sample", stranger))).toEqual({ entries: [] })
  })

  it("flags what comes within grace, refuses what comes after, and finds what counts even a week later", async () => {
    const [onTime, late, tooLate] = [await ticketOf("an"), await ticketOf("binh"), await ticketOf("chi")]
    const body = await sealed()
    world.setClock(closesAt - 1)
    const first = given(await put(onTime, body))
    world.setClock(closesAt)
    expect([first.late, given(await put(late, body)).late]).toEqual([false, true])
    world.setClock(graceEndsAt)
    const closedAt = new Date(closesAt).toISOString()
    expect(await put(tooLate, body)).toMatchObject(refused("round-closed", "never", { closedAt }))
    world.setClock(closesAt + weekMs)
    expect(given(await put(onTime, body))).toEqual(first)
  })

  it("has results once they are published, and one's own among them", async () => {
    const ticket = await ticketOf("hoa")
    given(await put(ticket, await sealed()))
    given(await put(await ticketOf("minh"), await sealed({ answers: { ...right, r1q01: "b" } })))
    world.setClock(graceEndsAt)
    expect(await world.api.results("sample", 1, "all")).toMatchObject(
      refused("results-not-published", "after"),
    )
    await world.publish(1)
    const { report, questions, round } = given(await world.api.results("sample", 1, "all"))
    expect({ round, entrants: report.entrants, allCorrect: report.allCorrect, of: questions.length }).toEqual(
      {
        round: 1,
        entrants: 2,
        allCorrect: 1,
        of: 15,
      },
    )
    const { result } = given(await world.api.entry("sample", 1, ticket))
    expect(result).toMatchObject({ correct: 15, allCorrect: 1, predictionError: 6, entrants: 2 })
    expect(given(await world.api.contest("sample")).rounds[0]?.phase).toBe("published")
  })

  it("shows an entry's row in the published ledger, and the way from it to the published root", async () => {
    const receipts = []
    for (const person of ["an", "binh", "chi"]) {
      receipts.push(given(await put(await ticketOf(person), await sealed())))
      world.setClock(opensAt + 60_000 + receipts.length * 1000)
    }
    const [, middle] = receipts
    const code = middle?.code ?? ""
    world.setClock(graceEndsAt)
    expect(await world.api.ledgerProof("sample", 1, code)).toMatchObject(
      refused("results-not-published", "after"),
    )
    expect(await world.api.revisions("sample", 1)).toMatchObject(refused("results-not-published", "after"))
    await world.publish(1)
    const { row, path, root, index, count } = given(await world.api.ledgerProof("sample", 1, code))
    expect({ code: row.code, answers: row.answers, index, count }).toEqual({
      code,
      answers: right,
      index: 1,
      count: 3,
    })
    expect(rootFromPath(sha256(canonicalJson(row)), path, sha256)).toBe(root)
    expect(await world.api.ledgerProof("sample", 1, "HS1-0000-0000-0")).toMatchObject(
      refused("entry-unknown", "never"),
    )
    expect(given(await world.api.revisions("sample", 1))).toEqual({ revisions: [] })
    expect(given(await world.api.standings("sample"))).toMatchObject({ rounds: [1], leagues: [] })
  })

  it("gives questions to practise on, a complaint its number and due date, a stranger's forgery neither", async () => {
    const practice = await world.api.practice("sample")
    expect([given(practice), practice.serviceTime]).toEqual([{ questions: [] }, null])
    const complaint = { kind: "other", text: "Chưa thấy kết quả." } as const
    const { number, dueAt } = given(await world.api.complain("sample", await world.token("hoa"), complaint))
    expect(number).toMatch(/^PA0-/)
    expect(Date.parse(dueAt)).toBeGreaterThan(opensAt)
    expect(await world.api.complain("sample", "forged.to.ken", complaint)).toMatchObject(
      refused("identity-invalid", "reauth"),
    )
    const empty = await world.api.complain("sample", await world.token("hoa"), { kind: "other", text: " " })
    expect(empty).toMatchObject(refused("malformed", "never"))
  })

  it("never rejects: what is given up or finds no service is unreachable, without a word of the token", async () => {
    const ticket = await ticketOf("hoa")
    const body = await sealed()
    const identity = await world.token("hoa")
    const givenUp = await put(ticket, body, AbortSignal.abort())
    expect(givenUp).toMatchObject({ ...refused("unreachable", "same"), serviceTime: null })
    expect(await world.api.entry("sample", 1, ticket)).toMatchObject(refused("entry-unknown", "never"))
    world.goAway()
    const outcomes = [
      await world.api.contest("sample"),
      await world.api.paper("sample", 1, "all"),
      await world.api.ticket("sample", 1, identity, {}),
      await put(ticket, body),
      await world.api.entry("sample", 1, ticket),
      await world.api.entries("sample", identity),
      await world.api.results("sample", 1, "all"),
      await world.api.revisions("sample", 1),
      await world.api.ledgerProof("sample", 1, "HS1-7K4D-91XQ-M"),
      await world.api.practice("sample"),
      await world.api.standings("sample"),
      await world.api.complain("sample", identity, { kind: "other", text: "?" }),
    ]
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ ...refused("unreachable", "same"), serviceTime: null })
      for (const secret of [ticket, identity]) expect(JSON.stringify(outcome)).not.toContain(secret)
    }
  })
})
