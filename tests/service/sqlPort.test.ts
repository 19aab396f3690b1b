import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"
import type { Sql } from "../../src/service/sql/sql.ts"
import { openTestSql } from "./testService.ts"

let sql: Sql
beforeAll(async () => {
  sql = await openTestSql()
})
beforeEach(() => sql.script("drop table if exists notes; create table notes (text text)"))
afterAll(() => sql.close())

const notes = () => sql.query("select text from notes")

it("takes and gives values the same way on every database", async () => {
  const statement = `select 7::int8 as small, 9007199254740993::int8 as large, count(*) as counted, null::int8 as none,
    timestamptz '2024-11-04T00:00:00.123+07' as at, '{"a":[1]}'::jsonb as json, 1.5::numeric as exact, true as yes,
    $1::text as text, $2::jsonb ->> 'a' as member, $3::text[] as list, $4::timestamptz as instant, $5::int as nothing
    from generate_series(1, 3)`
  const instant = "2024-10-28T00:00:00.000Z"
  const parameters = ["Huế", JSON.stringify({ a: "b" }), ["x", 'y"z', "{,}"], instant, null]
  expect(await sql.query(statement, parameters)).toEqual([
    {
      small: 7,
      large: 9007199254740993n,
      counted: 3,
      none: null,
      at: new Date("2024-11-03T17:00:00.123Z"),
      json: { a: [1] },
      exact: "1.5",
      yes: true,
      text: "Huế",
      member: "b",
      list: ["x", 'y"z', "{,}"],
      instant: new Date(instant),
      nothing: null,
    },
  ])
})

it("commits what resolves, with what a transaction inside it did", async () => {
  await sql.transaction(async (one) => {
    await one.query("insert into notes values ($1)", ["kept"])
    await one.transaction((same) => same.query("insert into notes values ('kept too')"))
  })
  expect(await notes()).toEqual([{ text: "kept" }, { text: "kept too" }])
})

it("rolls back what rejects, and says why", async () => {
  const changed = sql.transaction(async (one) => {
    await one.query("insert into notes values ('lost')")
    throw new Error("changed my mind")
  })
  await expect(changed).rejects.toThrow("changed my mind")
  const wrong = sql.transaction(async (one) => {
    await one.query("insert into notes values ('lost')")
    await one.query("select no_such_column")
  })
  await expect(wrong).rejects.toThrow("no_such_column")
  expect(await notes()).toEqual([])
})
