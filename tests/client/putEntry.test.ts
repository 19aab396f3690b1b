import { describe, expect, it } from "vitest"
import { fetchPutEntry } from "../../src/client/putEntry.ts"
import { problemCodes } from "../../src/contract/problemCodes.ts"
import { api, broken, fakeFetch, html, json, secret, silence } from "./fakeFetch.ts"
import { problemOf, receipt } from "./samples.ts"

const entry = { contest: "hue-s 2024", round: 1, ticket: secret, body: '{"answers":{}}' }
const never = new AbortController().signal

async function outcomeOf(...answers: Parameters<typeof fakeFetch>) {
  return fetchPutEntry(api, fakeFetch(...answers).fetch)(entry, never)
}

describe("what is sent", () => {
  it("is the body as it stands, with the ticket, and nothing the browser remembers", async () => {
    const { fetch, requests } = fakeFetch(json(201, receipt))
    await fetchPutEntry(api, fetch)(entry, never)
    const [request] = requests
    expect(request).toMatchObject({
      method: "PUT",
      url: `${api}/contests/hue-s%202024/rounds/1/entry`,
      redirect: "error",
      cache: "no-store",
      credentials: "omit",
    })
    expect(request?.headers.get("authorization")).toBe(`Bearer ${secret}`)
    expect(await request?.text()).toBe(entry.body)
  })
})

describe("what counts as delivered", () => {
  it.each([200, 201])("a receipt with status %d", async (status) => {
    const date = { date: "Tue, 29 Oct 2024 02:00:01 GMT" }
    expect(await outcomeOf(json(status, receipt, date))).toEqual({
      ok: true,
      value: receipt,
      serviceTime: Date.parse("2024-10-29T02:00:01Z"),
    })
  })

  it.each([
    ["a captive portal's page", html(200)],
    ["a receipt cut short", () => new Response(JSON.stringify(receipt).slice(0, -9), { status: 201 })],
    ["JSON of somebody else", json(200, { status: "ok" })],
    ["a receipt with status 202", json(202, receipt)],
    ["a problem with status 200", json(200, problemOf("round-closed"))],
    ["a gateway's 502 page", html(502)],
    ["a foreign 403 in JSON", json(403, { error: "forbidden" })],
    ["a problem with an unknown code", json(400, { ...problemOf("malformed"), code: "teapot" })],
    ["an empty answer", () => new Response(null, { status: 204 })],
  ])("not %s, whose clock is not the service's either", async (_, answer) => {
    expect(await outcomeOf(answer)).toMatchObject({
      ok: false,
      problem: { code: "unreadable", retry: "same" },
      serviceTime: null,
    })
  })

  it("not a lost connection, nor one that was given up, and no words tell the ticket", async () => {
    const lost = await outcomeOf(broken)
    const giveUp = new AbortController()
    const pending = fetchPutEntry(api, fakeFetch(silence).fetch)(entry, giveUp.signal)
    giveUp.abort()
    const late = await pending
    expect(lost).toMatchObject({
      problem: { code: "unreachable", retry: "same", detail: "connection failed" },
    })
    expect(late).toMatchObject({
      problem: { code: "unreachable", retry: "same", detail: "no answer in time" },
    })
    expect(JSON.stringify([lost, late])).not.toContain(secret)
  })

  it("not an answer whose body breaks off", async () => {
    const body = new ReadableStream({ start: (stream) => stream.error(new TypeError("terminated")) })
    expect(await outcomeOf(() => new Response(body, { status: 201 }))).toMatchObject({
      problem: { code: "unreachable" },
    })
  })
})

describe("a refusal of the service", () => {
  it.each(problemCodes)("%s survives the wire", async (code) => {
    const problem = problemOf(code)
    expect(await outcomeOf(json(problem.status, problem))).toEqual({ ok: false, problem, serviceTime: null })
  })

  it.each([
    ["seconds", "20", 20],
    ["a date, counted from the answer's own", "Tue, 29 Oct 2024 02:01:31 GMT", 90],
    ["a date that is over", "Tue, 29 Oct 2024 01:00:00 GMT", 0],
  ])("carries Retry-After: %s", async (_, header, seconds) => {
    const headers = { "retry-after": header, date: "Tue, 29 Oct 2024 02:00:01 GMT" }
    expect(await outcomeOf(json(503, problemOf("busy"), headers))).toMatchObject({
      problem: { code: "busy", retryAfterSeconds: seconds },
    })
  })

  it.each(["soon", "-5", ""])("ignores Retry-After: %j", async (header) => {
    const outcome = await outcomeOf(json(503, problemOf("busy"), { "retry-after": header }))
    expect(outcome.ok ? outcome : outcome.problem).not.toHaveProperty("retryAfterSeconds")
  })
})
