import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { opensAt, problemIn, type TestService, testService } from "../service/testService.ts"
import { forgeries } from "./hostileTokens.ts"

let the: TestService
beforeAll(async () => {
  the = await testService()
  the.setClock(opensAt + 3_600_000)
})
afterAll(() => the.sql.close())

const calls = [
  ["POST", "/rounds/1/ticket", {}],
  ["POST", "/complaints", { kind: "other", text: "…" }],
  ["GET", "/entries", undefined],
  ["GET", "/rounds/1/entry", undefined],
  ["PUT", "/rounds/1/entry", {}],
] as const

describe("a hostile token opens nothing and breaks nothing", () => {
  it.each(forgeries)("%s", async (_, forge) => {
    const credential = await forge(the, opensAt / 1000 + 3600)
    for (const [method, path, body] of calls) {
      const answer = await the.api(method, path, { credential, ...(body === undefined ? {} : { body }) })
      expect([method, path, answer.status, problemIn(answer).retry]).toEqual([method, path, 401, "reauth"])
    }
    expect(the.logged.filter((line) => line.includes("unexpected"))).toEqual([])
  })

  it("nor do headers that are no bearer token", async () => {
    const good = await the.token("hoa")
    for (const authorization of [
      "",
      "Bearer",
      "Bearer ",
      `Basic ${good}`,
      `Bearer ${good} ${good}`,
      `Bearer "${good}"`,
    ]) {
      const answer = await the.api("GET", "/entries", { headers: { authorization } })
      expect([authorization.slice(0, 8), answer.status]).toEqual([authorization.slice(0, 8), 401])
    }
  })

  it("of 25 kinds at least, beyond those that the service's own tests have", () => {
    expect(new Set(forgeries.map(([kind]) => kind)).size).toBeGreaterThanOrEqual(25)
  })
})
