import { afterEach, describe, expect, it, vi } from "vitest"
import { chooseApi } from "../../src/client/chooseApi.ts"
import type { ContestApi } from "../../src/client/contestApi.ts"
import { httpContestApi } from "../../src/client/httpContestApi.ts"
import { problemCodes } from "../../src/contract/problemCodes.ts"
import { api, broken, fakeFetch, html, json, secret, silence } from "./fakeFetch.ts"
import { problemOf, receipt } from "./samples.ts"

const date = { date: "Tue, 29 Oct 2024 02:00:01 GMT" }
const paper = { round: 1, division: "all", paperHash: "b".repeat(64), questions: [] }
const ticket = {
  ticket: "a.b.c",
  issuedAt: "2024-10-29T02:00:00Z",
  expiresAt: "2024-11-20T02:00:00Z",
  division: "all",
  participant: { unit: "ward-1" },
}

function apiWith(...answers: Parameters<typeof fakeFetch>) {
  const { fetch, requests } = fakeFetch(...answers)
  return { service: httpContestApi(api, fetch, { retryDelayMs: 0 }), requests }
}

const calls: [string, (service: ContestApi) => Promise<unknown>][] = [
  ["contest", (service) => service.contest("c")],
  ["paper", (service) => service.paper("c", 1, "all")],
  ["ticket", (service) => service.ticket("c", 1, secret, {})],
  ["entry", (service) => service.entry("c", 1, secret)],
  ["entries", (service) => service.entries("c", secret)],
  ["results", (service) => service.results("c", 1, "all")],
]

describe("requests", () => {
  it.each([
    ["contest", "GET", "/contests/c"],
    ["paper", "GET", "/contests/c/rounds/1/paper?division=all"],
    ["ticket", "POST", "/contests/c/rounds/1/ticket"],
    ["entry", "GET", "/contests/c/rounds/1/entry"],
    ["entries", "GET", "/contests/c/entries"],
    ["results", "GET", "/contests/c/rounds/1/results?division=all"],
  ])("%s is %s %s", async (name, method, path) => {
    const { service, requests } = apiWith(json(404, problemOf("contest-unknown")))
    await calls.find(([call]) => call === name)?.[1](service)
    expect(requests[0]).toMatchObject({
      method,
      url: api + path,
      cache: name === "paper" ? "default" : "no-store",
      credentials: "omit",
      redirect: "error",
    })
    const isPersonal = ["ticket", "entry", "entries"].includes(name)
    expect(requests[0]?.headers.get("authorization")).toBe(isPersonal ? `Bearer ${secret}` : null)
  })

  it("declares in JSON what the token does not say", async () => {
    const { service, requests } = apiWith(json(200, ticket, date))
    const outcome = await service.ticket("c", 1, secret, { unit: "ward-1" })
    expect(await requests[0]?.json()).toEqual({ unit: "ward-1" })
    expect(outcome).toEqual({ ok: true, value: ticket, serviceTime: Date.parse(date.date) })
  })
})

describe("answers", () => {
  it("tells no time from a paper, which may come from a cache", async () => {
    const { service } = apiWith(json(200, paper, date))
    expect(await service.paper("c", 1, "all")).toEqual({ ok: true, value: paper, serviceTime: null })
  })

  it.each([{}, { date: "yesterday" }])("tells no time from the headers %j", async (headers) => {
    const { service } = apiWith(json(200, { entries: [{ receipt }] }, headers))
    expect(await service.entries("c", secret)).toMatchObject({ ok: true, serviceTime: null })
  })

  it.each(problemCodes)("passes the problem %s on, asked once", async (code) => {
    const { service, requests } = apiWith(json(problemOf(code).status, problemOf(code), date))
    expect(await service.entry("c", 1, secret)).toEqual({
      ok: false,
      problem: problemOf(code),
      serviceTime: Date.parse(date.date),
    })
    expect(requests).toHaveLength(1)
  })

  it.each(calls)("%s: a captive portal's page is unreadable", async (_, call) => {
    expect(await call(apiWith(html(200)).service)).toMatchObject({
      ok: false,
      problem: { code: "unreadable" },
    })
  })

  it.each(calls)("%s: a body cut short is unreadable", async (_, call) => {
    const { service } = apiWith(() => new Response('{"title":"Hội thi'))
    expect(await call(service)).toMatchObject({ ok: false, problem: { code: "unreadable" } })
  })
})

describe("no answer", () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each(calls)("%s: a broken connection is unreachable, and its words tell no token", async (_, call) => {
    const outcome = await call(apiWith(broken).service)
    expect(outcome).toMatchObject({ ok: false, problem: { code: "unreachable", retry: "same" } })
    expect(JSON.stringify(outcome)).not.toContain(secret)
  })

  it.each(calls)("%s: 15 s of silence are unreachable", async (_, call) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
    const pending = call(apiWith(silence).service)
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await pending).toMatchObject({ problem: { code: "unreachable" } })
  })

  it("what the script that reads views was lost for is unreadable, not unreachable: the service has answered", async () => {
    vi.resetModules()
    vi.doMock("../../src/client/readViews.ts", () => {
      throw new Error("lost")
    })
    const { service, requests } = apiWith(json(200, { entries: [{ receipt }] }, date))
    await vi.dynamicImportSettled()
    expect(await service.entries("c", secret)).toMatchObject({ ok: false, problem: { code: "unreadable" } })
    expect(requests).toHaveLength(1)
    const refused = apiWith(json(problemOf("busy").status, problemOf("busy"), date))
    expect(await refused.service.entries("c", secret)).toMatchObject({ problem: problemOf("busy") })
    vi.doUnmock("../../src/client/readViews.ts")
    expect(await service.entries("c", secret)).toMatchObject({ ok: true })
  })

  it("a script that reads views and does not come keeps nobody waiting for longer than an answer", async () => {
    vi.resetModules()
    vi.doMock("../../src/client/readViews.ts", () => new Promise(() => {}))
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
    const pending = apiWith(json(200, { entries: [] }, date)).service.entries("c", secret)
    await vi.advanceTimersByTimeAsync(15_000)
    vi.doUnmock("../../src/client/readViews.ts")
    expect(await pending).toMatchObject({ problem: { code: "unreachable" } })
  })

  it("asks again for what is only read, at most twice, and never to give a ticket", async () => {
    const lost = apiWith(broken)
    await lost.service.contest("c")
    expect(lost.requests).toHaveLength(3)
    const lostTicket = apiWith(broken)
    await lostTicket.service.ticket("c", 1, secret, {})
    expect(lostTicket.requests).toHaveLength(1)
    const lostEntry = apiWith(broken)
    const entry = { contest: "c", round: 1, ticket: secret, body: "{}" }
    await lostEntry.service.putEntry(entry, new AbortController().signal)
    expect(lostEntry.requests).toHaveLength(1)
  })
})

describe("the chosen adapter", () => {
  it("is there at once and answers by HTTP", async () => {
    const { fetch, requests } = fakeFetch(json(200, { entries: [{ receipt }] }, date))
    const outcome = await chooseApi({ api }, fetch).entries("c", secret)
    expect(outcome).toMatchObject({ ok: true, value: { entries: [{ receipt }] } })
    expect(requests[0]?.url).toBe(`${api}/contests/c/entries`)
  })
})
