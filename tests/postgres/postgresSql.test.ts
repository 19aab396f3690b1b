import { afterAll, beforeAll, beforeEach, expect, inject, it } from "vitest"
import { DatabaseAway } from "../../src/service/sql/databaseAway.ts"
import { migrate } from "../../src/service/sql/migrate.ts"
import { openPostgres, type PostgresSql } from "../../src/service/sql/postgresSql.ts"
import { freshDatabase } from "../setup/freshDatabase.ts"

const server = inject("postgres") ?? ""
let database: Awaited<ReturnType<typeof freshDatabase>>
let sql: PostgresSql
beforeAll(async () => {
  database = await freshDatabase(server)
  sql = openPostgres(database.url, { statementTimeoutMs: 2000 })
})
beforeEach(() => sql.script("drop table if exists notes; create table notes (text text)"))
afterAll(async () => {
  await sql.close()
  await database.drop()
})

const awayAs = (reason: string) => expect.objectContaining({ constructor: DatabaseAway, reason })

it("does not pass for committed a transaction that the server rolled back", async () => {
  const swallowed = sql.transaction(async (one) => {
    await one.query("insert into notes values ('lost')")
    await one.query("select no_such_column").catch(() => undefined)
  })
  await expect(swallowed).rejects.toThrow("rolled back")
  expect(await sql.query("select * from notes")).toEqual([])
})

it("is away, not broken, while connections are cut, and goes on afterwards", async () => {
  const sleepers = Array.from({ length: 5 }, () => sql.query("select pg_sleep(1)"))
  const begun = sql.transaction(async (one) => {
    await one.query("select pg_sleep(1)")
  })
  const outcomes = Promise.allSettled([...sleepers, begun])
  const other = openPostgres(server, { connections: 1 })
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query like '%pg_sleep%'`
  const name = new URL(database.url).pathname.slice(1)
  for (let ended = 0; ended < 6; ) ended += (await other.query(cut, [name])).length
  await other.close()
  for (const outcome of await outcomes)
    expect(outcome).toMatchObject({ status: "rejected", reason: awayAs("busy") })
  expect(await sql.query("select 1 as one")).toEqual([{ one: 1 }])
})

it("gives up a statement after its time", async () => {
  await expect(sql.query("select pg_sleep(30)")).rejects.toEqual(awayAs("busy"))
  expect(await sql.query("select 1 as one")).toEqual([{ one: 1 }])
})

it("says away where nobody listens, and read-only on a standby; other errors stay what they are", async () => {
  const nobody = openPostgres("postgres://postgres@127.0.0.1:9/nothing")
  await expect(nobody.query("select 1")).rejects.toEqual(awayAs("busy"))
  await nobody.close()
  const standby = sql.transaction(async (one) => {
    await one.script("set transaction read only")
    await one.query("insert into notes values ('x')")
  })
  await expect(standby).rejects.toEqual(awayAs("read-only"))
  const wrong = await sql.query("select no_such_column").catch((error: unknown) => error)
  expect(wrong).not.toBeInstanceOf(DatabaseAway)
})

it("is brought up to date once by processes that start together", async () => {
  const processes = Array.from({ length: 6 }, () => openPostgres(database.url, { connections: 1 }))
  await Promise.all(processes.map(migrate))
  const rows = await sql.query<{ name: string }>("select name from migrations order by name")
  expect(rows[0]).toEqual({ name: "001-contest.sql" })
  await Promise.all(processes.map((one) => one.close()))
})
