import { createHash } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { drawOf } from "../../src/contest/draw.ts"
import { amendRound } from "../../src/service/organiser/amend.ts"
import type { CommandContext } from "../../src/service/organiser/command.ts"
import { simulate } from "../../src/service/organiser/commands/simulate.ts"
import { excludePerson } from "../../src/service/organiser/exclude.ts"
import { readOrder } from "../../src/service/organiser/simulate.ts"
import { enter, publish } from "./publishedRound.ts"
import { closesAt, graceEndsAt, opensAt, type TestService, testService } from "./testService.ts"

let the: TestService
const codes = new Map<string, string>()
const afterClose = (closesAt - opensAt) / 1000 + 60

beforeAll(async () => {
  the = await testService((file) => {
    file.awards.individual = [{ id: "place", name: "Giải", count: 7, requiresAllCorrect: false }]
  })
  // Ties in every key. N is 4 before the amendment of question 1 and 5 after it.
  const table = [
    { person: "exact-slow", prediction: 5, afterSeconds: 900 },
    { person: "near-quick", prediction: 6, afterSeconds: 10 },
    { person: "near-slow", prediction: 4, afterSeconds: 50 },
    { person: "twin-1", wrong: 2, prediction: 5, afterSeconds: 30 },
    { person: "twin-2", wrong: 2, prediction: 5, afterSeconds: 30 },
    { person: "amended", wrong: 1, prediction: 9, afterSeconds: 5 },
    { person: "jury", prediction: 5, afterSeconds: 1 },
  ]
  the.setClock(opensAt)
  const { ticket } = await the.ticket("late-exact")
  for (const entrant of table) codes.set(entrant.person, (await enter(the, entrant)).code)
  const { answers } = await the.body()
  const right = Object.fromEntries(Object.keys(answers).map((id, index) => [id, "abcd"[index % 4] ?? "a"]))
  the.setClock(opensAt + afterClose * 1000)
  const late = (await the.put(ticket, await the.body({ answers: right, prediction: 5 }))).json as {
    code: string
    late: boolean
  }
  expect(late.late).toBe(true)
  codes.set("late-exact", late.code)
  await publish(the)
  const { sql, service } = the
  await excludePerson(
    sql,
    service.receipts,
    { contest: "sample", codeOrReference: codes.get("jury") ?? "", reason: "x", who: "o" },
    graceEndsAt,
  )
  const amendment = { kind: "accept", options: ["b"] } as const
  await amendRound(
    sql,
    service.receipts,
    { contest: "sample", round: 1, question: "r1q01", amendment, reason: "x", who: "o" },
    graceEndsAt,
    true,
  )
})
afterAll(() => the.sql.close())

/** The names in the order in which `contest simulate` gives the prizes. */
async function simulated(ranking: string): Promise<string[]> {
  const context = { sql: the.sql } as CommandContext
  const csv = String(await simulate.run(context, ["sample", "1"], { ranking, format: "csv" }))
  const names = new Map([...codes].map(([name, code]) => [code, name]))
  return [...csv.matchAll(/HS1-[\w-]{11}/g)].map(([code]) => names.get(code) ?? code)
}

/** The twins in the order of their lots. */
async function twins(): Promise<string[]> {
  const { reveal } = (await the.api("GET", "/rounds/1/results")).json as {
    reveal: { seed: string; root: string }
  }
  const lot = (name: string) =>
    drawOf(reveal.seed, reveal.root, codes.get(name) ?? "", (text) =>
      createHash("sha256").update(text).digest("hex"),
    )
  return ["twin-1", "twin-2"].sort((a, b) => (lot(a) < lot(b) ? -1 : 1))
}

describe("with ties in every key, a late and an excluded entrant, and an amendment that moves N", () => {
  it("the definition's order, prediction before time, is simulated as it was published", async () => {
    const expected = ["exact-slow", "late-exact", "near-quick", "near-slow", "amended", ...(await twins())]
    expect(await simulated("correct,prediction,received")).toEqual(expected)
    const published = (await the.api("GET", "/rounds/1/results")).json as {
      awards: { winner: { code: string } }[]
      report: { allCorrect: number }
    }
    expect(published.awards.map(({ winner }) => winner.code)).toEqual(expected.map((name) => codes.get(name)))
    expect(published.report.allCorrect).toBe(5)
  })

  it("time before prediction puts the late one behind every on-time one", async () => {
    const expected = ["amended", "near-quick", "near-slow", "exact-slow", "late-exact", ...(await twins())]
    expect(await simulated("correct,received,prediction")).toEqual(expected)
  })

  it.each(["prediction,correct", "correct,speed", "correct,correct", ""])("refuses the order %j", (order) => {
    expect(readOrder(order)).toBe(null)
  })
})
