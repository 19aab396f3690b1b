import { afterAll, beforeAll, expect, it } from "vitest"
import { allRules } from "../../src/service/conformance/allRules.ts"
import type { RuleResult } from "../../src/service/conformance/rule.ts"
import { runRules } from "../../src/service/conformance/runRules.ts"
import { type TestService, testService } from "../service/testService.ts"
import { base, leversOf } from "./levers.ts"

let the: TestService
beforeAll(async () => {
  the = await testService()
})
afterAll(() => the.sql.close())

it("the reference service keeps every rule", async () => {
  const results = await runRules(
    base,
    leversOf(the, (request) => the.app.request(request)),
    allRules,
  )
  expect(results.filter(({ result }: RuleResult) => result !== "pass")).toEqual([])
  expect(results.length).toBe(allRules.length)
})
