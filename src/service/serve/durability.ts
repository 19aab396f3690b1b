import type { Sql } from "../sql/sql.ts"

/**
 * Why this server must not hold entries, one line each; none for a durable one. With fsync or synchronous_commit off, a
 * receipt would be sent for an entry that a crash still takes away.
 */
export async function durabilityFaults(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ name: string; value: string }>(
    `select name, current_setting(name) as value from unnest(array['fsync', 'synchronous_commit']) as name`,
  )
  return rows
    .filter(({ value }) => value === "off")
    .map(
      ({ name }) => `the database runs with ${name} off: a crash would lose entries that have their receipt`,
    )
}
