import pg from "pg"
import { databaseError } from "./databaseAway.ts"
import type { Sql } from "./sql.ts"

/** What may be asked of a pool. Times in milliseconds. */
export type PostgresOptions = {
  /** At most so many connections, default 10. */
  connections?: number
  /** The server gives up a statement after this long, default 10,000; 0: never, nor a transaction at rest. */
  statementTimeoutMs?: number
}

/** A PostgreSQL server's pool as a port, and how busy it is. */
export type PostgresSql = Sql & {
  /** Connections open, those of them idle, and requests waiting for one. */
  pool(): { open: number; idle: number; waiting: number }
}

/** How long a request waits for a connection, new or free, in milliseconds. */
const connectTimeoutMs = 5000
/** How long a transaction may do nothing before the server ends it: a stopped process must not keep its locks. */
const idleInTransactionMs = 60_000

/**
 * A pool of connections to the PostgreSQL at `url` (postgres://…); none is opened before the first statement. Rejects
 * with `DatabaseAway` while the server cannot answer, and recovers by itself when it can again.
 */
export function openPostgres(url: string, options: PostgresOptions = {}): PostgresSql {
  const { connections = 10, statementTimeoutMs = 10_000 } = options
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    ...(statementTimeoutMs > 0
      ? {
          statement_timeout: statementTimeoutMs,
          idle_in_transaction_session_timeout: idleInTransactionMs,
          // The server's own limit comes first; this one is for a network that swallows the answer.
          query_timeout: statementTimeoutMs + connectTimeoutMs,
        }
      : {}),
    keepAlive: true,
    // The disks of today find any page at once. With the default of 4, meant for turning ones, a few look-ups in a table
    // of some thousand rows were planned as a walk through all of it.
    options: "-c random_page_cost=1.1",
    application_name: "contest-service",
    types: { getTypeParser: typeParser },
  })
  // Without listeners a lost connection would end the process. Whoever was using it learns of it by the rejection.
  pool.on("error", () => undefined)
  pool.on("connect", (client) => client.on("error", () => undefined))
  return {
    ...port(pool),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
    pool: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  }
}

function port(runner: Pick<pg.ClientBase, "query">): Pick<Sql, "query" | "script"> {
  return {
    async query<Row>(text: string, parameters: readonly unknown[] = []) {
      try {
        return (await runner.query(text, [...parameters])).rows as Row[]
      } catch (error) {
        // The caller tells "away" from "wrong" by the class.
        throw databaseError(error)
      }
    },
    async script(text) {
      try {
        await runner.query(text)
      } catch (error) {
        // As above.
        throw databaseError(error)
      }
    },
  }
}

async function inTransaction<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    // Nothing was begun.
    throw databaseError(error)
  })
  const inside: Sql = {
    ...port(client),
    // A transaction inside a transaction is part of it.
    transaction: (more) => more(inside),
    close: () => Promise.reject(new Error("a transaction cannot close the database")),
  }
  try {
    await inside.script("begin")
    const result = await work(inside)
    await commit(client)
    client.release()
    return result
  } catch (error) {
    await client.query("rollback").then(
      () => client.release(),
      // A connection that cannot even roll back is of no more use; the server rolls back when it is gone.
      () => client.release(true),
    )
    throw error
  }
}

async function commit(client: pg.ClientBase): Promise<void> {
  const { command } = await client.query("commit").catch((error: unknown) => {
    // The caller tells "away" from "wrong" by the class.
    throw databaseError(error)
  })
  // The server answers a commit after a failed statement with ROLLBACK and no error.
  if (command !== "COMMIT") throw new Error("the transaction was rolled back: a statement in it had failed")
}

/** As PGlite gives them: bigint as number where a number can hold it. */
const typeParser: typeof pg.types.getTypeParser = (type: number, format?: "text" | "binary") =>
  type === pg.types.builtins.INT8 && format !== "binary"
    ? parseBigint
    : pg.types.getTypeParser(type, format as "text")

function parseBigint(text: string): number | bigint {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : BigInt(text)
}
