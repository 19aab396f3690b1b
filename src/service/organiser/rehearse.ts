import type { Sql } from "../sql/sql.ts"

/** Carries the outcome out of a transaction that must not last. */
class RollBack<T> extends Error {
  constructor(readonly outcome: T) {
    super("rehearsed only")
  }
}

/** Runs `work` in a transaction that lasts only with `commit`; gives what it gave either way. */
export async function rehearse<T>(sql: Sql, commit: boolean, work: (sql: Sql) => Promise<T>): Promise<T> {
  try {
    return await sql.transaction(async (transaction) => {
      const outcome = await work(transaction)
      if (!commit) throw new RollBack(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof RollBack) return error.outcome
    throw error
  }
}
