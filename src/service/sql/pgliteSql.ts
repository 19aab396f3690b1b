import { PGlite, type Transaction } from "@electric-sql/pglite"
import type { Sql } from "./sql.ts"

/** What PGlite and a transaction of it have in common. */
type Runner = Pick<Transaction, "query" | "exec">

/**
 * Opens PGlite, PostgreSQL in the process. `folder`: where the data lives, or `:memory:`; `loadDataDir`: a dump to
 * start from instead of an empty database. One connection: statements run one after the other. Runs without fsync.
 */
export async function openPglite(folder: string, loadDataDir?: Blob): Promise<Sql> {
  const location = folder === ":memory:" ? {} : { dataDir: folder }
  const db = await PGlite.create({ ...location, ...(loadDataDir ? { loadDataDir } : {}) })
  const port = (runner: Runner): Omit<Sql, "transaction" | "close"> => ({
    query: async <Row>(text: string, parameters: readonly unknown[] = []) =>
      (await runner.query<Row>(text, [...parameters])).rows,
    script: async (text) => {
      await runner.exec(text)
    },
  })
  const nested = (runner: Runner): Sql => ({
    ...port(runner),
    // A transaction inside a transaction is part of it.
    transaction: (work) => work(nested(runner)),
    close: () => Promise.reject(new Error("a transaction cannot close the database")),
  })
  return {
    ...port(db),
    transaction: (work) => db.transaction((transaction) => work(nested(transaction))),
    close: () => db.close(),
  }
}
