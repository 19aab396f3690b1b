import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { contestService } from "../../src/service/app.ts"
import { allRules } from "../../src/service/conformance/allRules.ts"
import { runRules } from "../../src/service/conformance/runRules.ts"
import { type TestService, testService } from "../service/testService.ts"
import { base, leversOf } from "./levers.ts"
import { wrongServices } from "./wrongServices.ts"

let the: TestService
beforeAll(async () => {
  the = await testService((file) => {
    file.awards.individual = [{ id: "first", name: "Giải Nhất", count: 1, requiresAllCorrect: false }]
  })
})
afterAll(() => the.sql.close())

/** What a run leaves in the database. */
const tables = [
  "revisions",
  "marks",
  "publications",
  "checkpoints",
  "frozen_rounds",
  "refused_attempts",
  "entries",
  "complaints",
  "participants",
]
beforeEach(async () => {
  for (const table of tables) await the.sql.query(`delete from ${table}`)
})

describe("the suite finds out a service that", () => {
  it.each(
    wrongServices.map(({ fault, breaks, make }) => [fault, [...breaks], make] as const),
  )("%s: breaks %j", async (_, breaks, make) => {
    // An app of its own: nothing is kept in memory of the run before.
    const request = await make({ ...the, app: contestService(the.service) })
    const results = await runRules(base, leversOf(the, request), allRules)
    const failed = results.filter(({ result }) => result === "fail")
    expect(failed.map(({ id, seen }) => [id, breaks.includes(id) ? [] : seen]).sort()).toEqual(
      [...breaks].sort().map((id) => [id, []]),
    )
    expect(results.filter(({ result }) => result === "not run")).toEqual([])
  })
})
