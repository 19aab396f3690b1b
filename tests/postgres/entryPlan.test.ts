import { afterAll, beforeAll, expect, it } from "vitest"
import type { Sql } from "../../src/service/sql/sql.ts"
import { insertEntries, type NewEntry } from "../../src/service/store/insertEntries.ts"
import { openTestSql } from "../service/testService.ts"

let sql: Sql
beforeAll(async () => {
  sql = await openTestSql()
})
afterAll(() => sql.close())

const entryOf = (person: number): NewEntry => ({
  contest: "crowd",
  round: 1,
  person: `person-${person}`,
  division: "all",
  code: `HU1-${person}`,
  body: { answers: { q1: "a" }, prediction: 1, paperHash: "", rulesVersion: "1", answeredAt: "" },
  entryHash: "",
  receivedAt: 0,
  late: false,
  receipt: "{}",
})

it("looks for a batch's rows by indexes in a round that a crowd has filled, with statistics and without", async () => {
  for (const table of ["participants", "entries"])
    await sql.script(`alter table ${table} set (autovacuum_enabled = off)`)
  await sql.query(
    `insert into participants (contest, person, account, name, division, declared)
     select 'crowd', 'person-' || one, 'vneid', '', 'all', false from generate_series(1, 20000) as one`,
  )
  for (let first = 1; first < 10_000; first += 1000)
    await insertEntries(
      sql,
      Array.from({ length: 1000 }, (_, index) => entryOf(first + index)),
    )

  const batch = Array.from({ length: 100 }, (_, index) => entryOf(15_000 + index))
  const plans: string[] = []
  const explaining: Sql = {
    ...sql,
    async query(text, parameters) {
      const lines = await sql.query<{ "QUERY PLAN": string }>(`explain ${text}`, parameters)
      plans.push(lines.map((line) => line["QUERY PLAN"]).join("\n"))
      return []
    },
  }
  await insertEntries(explaining, batch)
  await sql.script("analyze")
  await insertEntries(explaining, batch)
  expect(plans.length).toBe(2)
  for (const plan of plans) {
    // To see whether they are barred, and to freeze them.
    expect(plan.match(/using participants_pkey/g)?.length).toBe(2)
    expect(plan).toMatch(/using entries_by_code/)
    expect(plan).not.toMatch(/Seq Scan on (participants|entries)/)
  }
})
