import * as v from "valibot"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { contestViewSchema } from "../../src/contract/contestView.ts"
import { paperHash } from "../../src/contract/hash.ts"
import { type Paper, paperSchema } from "../../src/contract/paper.ts"
import {
  closesAt,
  opensAt,
  problemIn,
  receiptIn,
  type TestService,
  testService,
  weekMs,
} from "./testService.ts"

let the: TestService
beforeAll(async () => {
  the = await testService()
})
afterAll(() => the.sql.close())

describe("the contest", () => {
  it("is what its schema says, with phases by the clock", async () => {
    const phases = async (now: number) => {
      the.setClock(now)
      const view = v.parse(contestViewSchema, (await the.api("GET", "")).json)
      return view.rounds.map(({ phase }) => phase)
    }
    expect(await phases(opensAt - 1)).toEqual(["upcoming", "upcoming"])
    expect(await phases(opensAt)).toEqual(["open", "upcoming"])
    expect(await phases(closesAt)).toEqual(["closed", "open"])
    expect(await phases(closesAt + weekMs)).toEqual(["closed", "closed"])
  })

  it("carries commitments before a round opens, and counts entrants", async () => {
    the.setClock(opensAt + 1)
    const { ticket } = await the.ticket("counted")
    await the.put(ticket, await the.body())
    const view = v.parse(contestViewSchema, (await the.api("GET", "")).json)
    expect(view.rounds.map(({ entrants }) => entrants)).toEqual([1, 0])
    expect(view.rounds[1]?.commitments).toEqual([
      { division: "all", key: expect.any(String), seed: expect.any(String) },
    ])
  })

  it("is not sent again to who has it, and says the service's time with every answer", async () => {
    the.setClock(opensAt + 60_000)
    const first = await the.api("GET", "")
    const again = await the.api("GET", "", { headers: { "if-none-match": first.headers.get("etag") ?? "" } })
    expect([first.status, again.status, again.text]).toEqual([200, 304, ""])
    for (const answer of [first, again, await the.api("GET", "/nothing")]) {
      expect(answer.headers.get("date")).toBe(new Date(opensAt + 60_000).toUTCString())
    }
  })
})

describe("the paper", () => {
  it("has the questions, no trace of the key, and the same bytes for everyone", async () => {
    the.setClock(opensAt)
    const answer = await the.api("GET", "/rounds/1/paper?division=all")
    const paper = v.parse(paperSchema, answer.json)
    expect(paper.questions.length).toBe(15)
    expect(await paperHash(paper.questions)).toBe(paper.paperHash)
    const members = new Set(answer.text.match(/"\w+":/g))
    expect([...members].sort()).toEqual([
      '"division":',
      '"id":',
      '"options":',
      '"paperHash":',
      '"questions":',
      '"round":',
      '"text":',
    ])
    the.setClock(closesAt - 1)
    expect((await the.api("GET", "/rounds/1/paper")).text).toBe(answer.text)
    expect(answer.headers.get("cache-control")).toContain("public")
  })

  it("is not to be had before its round opens", async () => {
    the.setClock(opensAt - 1)
    const answer = await the.api("GET", "/rounds/1/paper")
    expect([answer.status, problemIn(answer).code]).toEqual([403, "round-not-open"])
    expect(answer.headers.get("cache-control")).toBe("no-store")
    the.setClock(opensAt)
    expect((await the.api("GET", "/rounds/2/paper")).status).toBe(403)
  })
})

describe("one's own entries", () => {
  it("are read with the ticket or the identity, and no one else's are", async () => {
    the.setClock(opensAt + 1)
    const { ticket } = await the.ticket("reader")
    const receipt = receiptIn(await the.put(ticket, await the.body()))
    const identity = await the.token("reader")
    for (const credential of [ticket, identity]) {
      expect((await the.api("GET", "/rounds/1/entry", { credential })).json).toEqual({ receipt })
    }
    expect((await the.api("GET", "/entries", { credential: identity })).json).toEqual({
      entries: [{ receipt }],
    })
    const stranger = await the.api("GET", "/rounds/1/entry", { credential: await the.token("stranger") })
    expect([stranger.status, problemIn(stranger).code]).toEqual([404, "entry-unknown"])
    const none = await the.api("GET", "/entries", { credential: await the.token("stranger") })
    expect((none.json as { entries: Paper[] }).entries).toEqual([])
  })
})

it("health tells process and store apart", async () => {
  expect((await the.app.request("/healthz")).status).toBe(200)
  expect((await the.app.request("/readyz")).status).toBe(200)
  const contests = the.service.store.contests
  the.service.store.contests = () => Promise.reject(new Error("no database"))
  const answers = [
    await the.app.request("/healthz"),
    await the.app.request("/readyz"),
    await the.app.request("/api/v1/contests"),
  ]
  the.service.store.contests = contests
  expect(answers.map(({ status }) => status)).toEqual([200, 503, 500])
  expect(await answers[2]?.text()).not.toContain("no database")
})
