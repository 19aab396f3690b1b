import { join } from "node:path"
import { isPostgresUrl } from "./settings.ts"
import { lockFolder } from "./sql/folderLock.ts"
import { migrate } from "./sql/migrate.ts"
import { openPglite } from "./sql/pgliteSql.ts"
import { openPostgres } from "./sql/postgresSql.ts"
import type { Sql } from "./sql/sql.ts"

/**
 * Opens a database with its schema up to date. `dataDir`: a PostgreSQL's URL, where statements may take as long as they
 * do; or a folder, locked until `close`; or `:memory:`. Throws where another process uses the folder, and `DatabaseAway`.
 */
export async function openData(dataDir: string): Promise<Sql> {
  if (isPostgresUrl(dataDir)) return migrated(openPostgres(dataDir, { statementTimeoutMs: 0 }))
  if (dataDir === ":memory:") return migrated(await openPglite(":memory:"))
  const release = lockFolder(dataDir)
  try {
    const sql = await migrated(await openPglite(join(dataDir, "pglite")))
    return { ...sql, close: () => sql.close().finally(release) }
  } catch (error) {
    release()
    throw error
  }
}

async function migrated(sql: Sql): Promise<Sql> {
  try {
    await migrate(sql)
    return sql
  } catch (error) {
    // Whatever it was: nobody else would close it.
    await sql.close()
    throw error
  }
}
