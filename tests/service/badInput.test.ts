import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { EntryBody } from "../../src/contract/entry.ts"
import { opensAt, problemIn, type TestService, testService } from "./testService.ts"

let the: TestService
let ticket: string

beforeAll(async () => {
  the = await testService()
  ticket = (await the.ticket("hoa")).ticket
})
afterAll(() => the.sql.close())

describe("an entry that does not fit gets 422, its path, and nothing is stored", () => {
  const without = ({ answers }: EntryBody, id: string) =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => key !== id))
  const table: [string, (body: EntryBody) => unknown, string][] = [
    ["14 answers", (body) => ({ ...body, answers: without(body, "r1q07") }), "answers.r1q07"],
    ["16 answers", (body) => ({ ...body, answers: { ...body.answers, r1q16: "a" } }), "answers.r1q16"],
    ["a foreign option", (body) => ({ ...body, answers: { ...body.answers, r1q03: "e" } }), "answers.r1q03"],
    [
      "an option's position",
      (body) => ({ ...body, answers: { ...body.answers, r1q03: 1 } }),
      "answers.r1q03",
    ],
    [
      "a question of another round",
      (body) => ({ ...body, answers: { ...without(body, "r1q01"), r2q01: "a" } }),
      "answers.r2q01",
    ],
    ["a prediction of -1", (body) => ({ ...body, prediction: -1 }), "prediction"],
    ["a prediction of 1.5", (body) => ({ ...body, prediction: 1.5 }), "prediction"],
    ['a prediction of "100"', (body) => ({ ...body, prediction: "100" }), "prediction"],
    ["a prediction over the maximum", (body) => ({ ...body, prediction: 1_000_000 }), "prediction"],
    ["no prediction", ({ prediction: _, ...body }) => body, "prediction"],
    ["an unknown member", (body) => ({ ...body, correct: 15 }), "correct"],
    ["a paper hash that is none", (body) => ({ ...body, paperHash: "x" }), "paperHash"],
    ["no body but a list", () => [], "answers"],
    ["null", () => null, ""],
  ]
  it.each(table)("%s", async (_, spoil, path) => {
    const answer = await the.put(ticket, spoil(await the.body()))
    expect(answer.status).toBe(422)
    expect(problemIn(answer)).toMatchObject({ code: "invalid-entry", retry: "never", status: 422 })
    expect(problemIn(answer).issues?.map((issue) => issue.path)).toContain(path)
    expect(await the.entryRows()).toEqual([])
  })

  it("an entry to another version of the paper is stale", async () => {
    const answer = await the.put(ticket, await the.body({ paperHash: "0".repeat(64) }))
    expect([answer.status, problemIn(answer).code]).toEqual([422, "paper-stale"])
  })
})

describe("a body that cannot be read", () => {
  const bytes = (...values: number[]) => new Uint8Array(values)
  const table: [string, { raw: BodyInit; headers?: Record<string, string> }, number, string][] = [
    ["is no JSON", { raw: "{" }, 400, "malformed"],
    ["is empty", { raw: "" }, 400, "malformed"],
    ["is no UTF-8", { raw: bytes(0x22, 0xff, 0x22) }, 400, "malformed"],
    ["is nested five deep", { raw: '{"answers":{"a":[[[]]]}}' }, 400, "malformed"],
    ["would change an object's prototype", { raw: '{"answers":{"__proto__":"a"}}' }, 400, "malformed"],
    ["is over 8 KiB", { raw: JSON.stringify("x".repeat(8192)) }, 413, "too-large"],
    ["lies about its length", { raw: "{}", headers: { "content-length": "9000" } }, 413, "too-large"],
    [
      "is a form",
      { raw: "a=b", headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
      "media-type",
    ],
    ["is plain text", { raw: "{}", headers: { "content-type": "text/plain" } }, 415, "media-type"],
  ]
  it.each([
    "constructor",
    "prototype",
  ])("has a 16th answer that the schema library would drop: %s", async (name) => {
    const answer = await the.put(
      ticket,
      await the.body({ answers: { ...(await the.body()).answers, [name]: "a" } }),
    )
    expect([answer.status, problemIn(answer).code]).toEqual([400, "malformed"])
    expect(await the.entryRows()).toEqual([])
  })
  it.each(table)("%s", async (_, request, status, code) => {
    const answer = await the.api("PUT", "/rounds/1/entry", { credential: ticket, ...request })
    expect([answer.status, problemIn(answer).code]).toEqual([status, code])
    expect(answer.headers.get("content-type")).toBe("application/problem+json")
    expect(answer.headers.get("cache-control")).toBe("no-store")
    expect(await the.entryRows()).toEqual([])
  })

  it("is given up after its time, to be sent again", async () => {
    the.service.bodyTimeoutMs = 1
    const never = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) })
    const request = new Request("http://service/api/v1/contests/sample/rounds/1/entry", {
      method: "PUT",
      headers: { authorization: `Bearer ${ticket}`, "content-type": "application/json" },
      body: never,
      duplex: "half",
    } as RequestInit)
    const answer = await the.app.request(request)
    the.service.bodyTimeoutMs = 10_000
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"])
    expect(await answer.json()).toMatchObject({ code: "busy", retry: "after" })
  })
})

describe("an address that leads nowhere", () => {
  it.each([
    ["GET", "/../nothing", 404, "contest-unknown"],
    ["GET", "/rounds/9/paper", 404, "round-unknown"],
    ["GET", "/rounds/01/paper", 404, "round-unknown"],
    ["GET", "/rounds/1/paper?division=x", 404, "round-unknown"],
    ["DELETE", "/rounds/1/entry", 404, "route-unknown"],
  ])("%s %s", async (method, path, status, code) => {
    const answer = await the.api(method, path)
    expect([answer.status, problemIn(answer).code]).toEqual([status, code])
  })
})

describe("credentials", () => {
  it("are asked for where they are needed", async () => {
    for (const [method, path] of [
      ["PUT", "/rounds/1/entry"],
      ["GET", "/rounds/1/entry"],
      ["GET", "/entries"],
      ["POST", "/rounds/1/ticket"],
    ] as const) {
      const answer = await the.api(method, path, method === "GET" ? {} : { body: {} })
      expect([answer.status, problemIn(answer).code, problemIn(answer).retry]).toEqual([
        401,
        "identity-missing",
        "reauth",
      ])
    }
  })

  it("a ticket is no identity, and an identity no ticket", async () => {
    const asIdentity = await the.api("GET", "/entries", { credential: ticket })
    const asTicket = await the.put(await the.token("hoa"), await the.body())
    expect([problemIn(asIdentity).code, problemIn(asTicket).code]).toEqual([
      "identity-invalid",
      "ticket-invalid",
    ])
  })

  it("never reach the log", async () => {
    the.setClock(opensAt + 1)
    await the.put(ticket, await the.body())
    expect(the.logged.length).toBeGreaterThan(0)
    expect(the.logged.join("\n")).not.toContain(ticket.slice(0, 20))
  })
})
