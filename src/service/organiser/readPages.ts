import type { Sql } from "../sql/sql.ts"

const pageSize = 5000

/**
 * Reads a long result in pages. `text`'s last two parameters are the key after which a page starts and the page's size;
 * its rows come ordered by that key. Memory: one page.
 */
export async function* readPages<Row>(
  sql: Sql,
  text: string,
  parameters: readonly unknown[],
  before: number | string,
  keyOf: (row: Row) => number | string,
): AsyncGenerator<Row> {
  for (let after = before; ; ) {
    const rows = await sql.query<Row>(text, [...parameters, after, pageSize])
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < pageSize) return
    after = keyOf(last)
  }
}
