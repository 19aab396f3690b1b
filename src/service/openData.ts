import { join } from "node:path"
import { lockFolder } from "./sql/folderLock.ts"
import { migrate } from "./sql/migrate.ts"
import { openPglite } from "./sql/pgliteSql.ts"
import type { Sql } from "./sql/sql.ts"

/**
 * Opens the embedded database with its schema up to date. `dataDir`: a folder, locked until `close`, or `:memory:`.
 * Throws where another process uses the folder.
 */
export async function openData(dataDir: string): Promise<Sql> {
  if (dataDir === ":memory:") {
    const sql = await openPglite(":memory:")
    await migrate(sql)
    return sql
  }
  const release = lockFolder(dataDir)
  try {
    const sql = await openPglite(join(dataDir, "pglite"))
    await migrate(sql)
    return { ...sql, close: () => sql.close().finally(release) }
  } catch (error) {
    release()
    throw error
  }
}
