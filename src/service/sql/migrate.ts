import { readdirSync, readFileSync } from "node:fs"
import type { Sql } from "./sql.ts"

const folder = new URL("./migrations/", import.meta.url)

/**
 * Brings the schema up to date: runs every numbered migration not yet applied, with their records in one transaction.
 * Processes that start together take turns; all but the first find nothing left to do. `sql`: without a statement timeout.
 */
export async function migrate(sql: Sql): Promise<void> {
  await sql.transaction(async (transaction) => {
    await transaction.query("select pg_advisory_xact_lock(hashtextextended('migrate', 0))")
    await transaction.script(
      "create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())",
    )
    const applied = new Set(
      (await transaction.query<{ name: string }>("select name from migrations")).map(({ name }) => name),
    )
    for (const name of readdirSync(folder).sort()) {
      if (applied.has(name)) continue
      await transaction.script(readFileSync(new URL(name, folder), "utf8"))
      await transaction.query("insert into migrations (name) values ($1)", [name])
    }
  })
}
