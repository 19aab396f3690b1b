import { openDatabase } from "./indexedDb.ts"

/** Version of the database's layout. The shape of a row has its own: see `readRow`. */
const databaseVersion = 1
/** The object stores: rows by their rowId; the one lease by its name. */
export const [rows, leases] = ["rows", "leases"] as const

/** Does some work over the connection that is open now, or over a new one. */
export type OutboxDatabase = <T>(work: (db: IDBDatabase) => Promise<T>) => Promise<T>

/**
 * The outbox's database in IndexedDB, shared by all tabs and the worker of an origin. Work that fails is done once more
 * over a new connection, because browsers drop connections of pages in the background; a second failure rejects.
 */
export function outboxDatabase(name = "hoi-thi-outbox"): OutboxDatabase {
  let connection: Promise<IDBDatabase> | null = null

  function connect(): Promise<IDBDatabase> {
    const opening = open(name, () => drop(opening))
    connection = opening
    return opening
  }

  function drop(dropped: Promise<IDBDatabase>): void {
    if (connection === dropped) connection = null
    dropped.then(
      (db) => db.close(),
      () => {
        // It never opened, so there is nothing to close.
      },
    )
  }

  return async (work) => {
    const used = connection ?? connect()
    try {
      return await work(await used)
    } catch {
      // Connection lost, or the first open of a cold start failed (iOS): worth exactly one new connection.
      drop(used)
      return work(await (connection ?? connect()))
    }
  }
}

async function open(name: string, lost: () => void): Promise<IDBDatabase> {
  const upgrade = (db: IDBDatabase, from: number) => {
    if (from > 0) return
    db.createObjectStore(rows, { keyPath: "rowId" })
    db.createObjectStore(leases)
  }
  try {
    return await openDatabase(name, databaseVersion, upgrade, lost)
  } catch (error) {
    if ((error as Error | null)?.name !== "VersionError") throw error
    // A newer program was here before; layouts only ever grow, so its database serves this one too.
    return openDatabase(name, undefined, upgrade, lost)
  }
}
