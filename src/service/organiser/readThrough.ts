import type { Sql } from "../sql/sql.ts"

const pageSize = 2000

let cursors = 0

/**
 * Reads a long result once from end to end, in pages, within the caller's transaction. While a page is worked on, the
 * database makes the next ready. Memory: two pages. What must not hold a transaction open meanwhile uses readPages.ts.
 */
export async function* readThrough<Row>(
  sql: Sql,
  text: string,
  parameters: readonly unknown[],
): AsyncGenerator<Row[]> {
  cursors += 1
  const cursor = `read_through_${cursors}`
  await sql.query(`declare ${cursor} no scroll cursor for ${text}`, parameters)
  const fetch = () => {
    const page = sql.query<Row>(`fetch ${pageSize} from ${cursor}`)
    // A failure is met where the page is awaited; should nobody come to that, the transaction has failed already.
    page.catch(() => undefined)
    return page
  }
  for (let page = fetch(); ; ) {
    const rows = await page
    if (rows.length === 0) break
    page = fetch()
    yield rows
  }
  await sql.script(`close ${cursor}`)
}
