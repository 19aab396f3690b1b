import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { contestService } from "../../src/service/app.ts"
import { DatabaseAway } from "../../src/service/sql/databaseAway.ts"
import { opensAt, problemIn, type TestService, testService } from "./testService.ts"

let the: TestService
let stopping = false
let milliseconds = 0
beforeAll(async () => {
  the = await testService()
  the.setClock(opensAt + 1)
  const watched = contestService({
    ...the.service,
    timer: () => (milliseconds += 30),
    isStopping: () => stopping,
    gauges: () => [{ name: "contest_test_gauge", help: "A test's.", value: 4 }],
  })
  the.app.request = watched.request
})
afterAll(() => the.sql.close())

const metrics = async () => (await the.app.request("/metrics")).text()

describe("metrics and log", () => {
  it("count requests by route pattern and status, entries by how long they took", async () => {
    const { ticket } = await the.ticket("counted")
    for (let count = 0; count < 2; count += 1) await the.put(ticket, await the.body())
    await the.put(ticket, { ...(await the.body()), prediction: -1 })
    await the.api("GET", "/rounds/1/ledger/HS1-0000-0000-0")
    await the.api("GET", "/no/such/thing")
    const text = await metrics()
    const route = "/api/v1/contests/:contest/rounds/:round"
    for (const line of [
      `contest_requests_total{method="PUT",route="${route}/entry",status="200"} 1`,
      `contest_requests_total{method="PUT",route="${route}/entry",status="201"} 1`,
      `contest_requests_total{method="PUT",route="${route}/entry",status="422"} 1`,
      `contest_requests_total{method="POST",route="${route}/ticket",status="200"} 1`,
      `contest_requests_total{method="GET",route="${route}/ledger/:code",status="404"} 1`,
      'contest_requests_total{method="GET",route="/api/v1/*",status="404"} 1',
      'contest_entry_seconds_bucket{le="0.025"} 0',
      'contest_entry_seconds_bucket{le="0.05"} 3',
      'contest_entry_seconds_bucket{le="+Inf"} 3',
      "contest_entry_seconds_sum 0.09",
      "contest_entry_seconds_count 3",
      "contest_requests_in_flight 1",
      "contest_test_gauge 4",
    ]) {
      expect(text.split("\n")).toContain(line)
    }
  })

  it("are in Prometheus' text format", async () => {
    const answer = await the.app.request("/metrics")
    expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4")
    for (const line of (await answer.text()).trimEnd().split("\n")) {
      expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{([a-z]+="[^"]*",?)+\})? [\d.]+)$/)
    }
  })

  it("hold one line a request, and nothing of whose it was", async () => {
    the.logged.length = 0
    const { ticket } = await the.ticket("hoa", { unit: "ward" }, { name: "Nguyễn Thị Hoa" })
    await the.put(ticket, await the.body())
    const lines = the.logged.filter((line) => line.includes('"request"')).map((line) => JSON.parse(line))
    expect(lines).toEqual([
      { event: "request", method: "POST", route: expect.stringMatching(/\/ticket$/), status: 200, ms: 30 },
      { event: "request", method: "PUT", route: expect.stringMatching(/\/entry$/), status: 201, ms: 30 },
    ])
    const written = the.logged.join("\n") + (await metrics())
    const [row] = await the.entryRows()
    for (const personal of ["Hoa", "hoa", "r1q01", ticket.slice(0, 20), row?.person ?? ""]) {
      expect(written).not.toContain(personal)
    }
  })
})

describe("a database that is away", () => {
  it.each(["busy", "read-only"] as const)("is answered 503 %s, to be tried again", async (reason) => {
    const contest = the.service.store.contest
    the.service.store.contest = () => Promise.reject(new DatabaseAway(reason, new Error("at 10.0.0.7")))
    const answer = await the.api("GET", "")
    the.service.store.contest = contest
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"])
    expect(problemIn(answer)).toMatchObject({ code: reason, retry: "after" })
    expect(answer.text).not.toContain("10.0.0.7")
    expect((await the.api("GET", "")).status).toBe(200)
  })
})

it("a process that is stopping still answers, says so, and ends connections", async () => {
  stopping = true
  const [ready, answer] = [await the.app.request("/readyz"), await the.api("GET", "")]
  stopping = false
  expect([ready.status, answer.status, answer.headers.get("connection")]).toEqual([503, 200, "close"])
  expect((await the.app.request("/readyz")).status).toBe(200)
})
