import { beginWriting, openDatabase, outcomeOf } from "./indexedDb.ts"
import { readRow } from "./readRow.ts"
import type { Row } from "./row.ts"
import { isFree, type OutboxStore } from "./store.ts"

/** Version of the database's layout. The shape of a row has its own: see `readRow`. */
const databaseVersion = 1
/** Rows by their rowId; the one lease by its name. */
const [rows, leases] = ["rows", "leases"] as const
const leaseName = "delivery"

/**
 * The store in IndexedDB, shared by all tabs and the worker of an origin. A call that fails is made once more over a
 * new connection, because browsers drop connections of pages in the background; a second failure rejects.
 */
export function idbStore(name = "hoi-thi-outbox"): OutboxStore {
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

  async function run<T>(work: (db: IDBDatabase) => Promise<T>): Promise<T> {
    const used = connection ?? connect()
    try {
      return await work(await used)
    } catch {
      // Connection lost, or the first open of a cold start failed (iOS): worth exactly one new connection.
      drop(used)
      return work(await (connection ?? connect()))
    }
  }

  return {
    all: () => run(async (db) => readable(await outcomeOf(reading(db).getAll()))),
    get: (rowId) => run(async (db) => readRow(await outcomeOf(reading(db).get(rowId)))),
    insert: (row, standIn) =>
      run(async (db) => {
        const { store, done } = beginWriting(db, rows)
        const there = standIn(readable(await outcomeOf(store.getAll())))
        if (there === undefined) store.add(row)
        await done
        const kept = there ?? row
        // Some private modes report success and keep nothing, so only what another transaction finds counts as kept.
        if (readRow(await outcomeOf(reading(db).get(kept.rowId)))?.body !== kept.body)
          throw new Error("row not read back")
        return { row: kept, durable: true }
      }),
    update: (rowId, change) =>
      run(async (db) => {
        const { store, done } = beginWriting(db, rows)
        const stored = readRow(await outcomeOf(store.get(rowId)))
        const next = stored && change(stored)
        const isChanged = next !== stored
        if (isChanged) store.put(next)
        await done
        return isChanged ? next : null
      }),
    remove: (rowIds) =>
      run((db) => {
        const { store, done } = beginWriting(db, rows)
        for (const rowId of rowIds) store.delete(rowId)
        return done
      }),
    lease: (holder, now, ttlMs) =>
      run(async (db) => {
        const { store, done } = beginWriting(db, leases)
        const free = isFree(await outcomeOf(store.get(leaseName)), holder, now, ttlMs)
        if (free) store.put({ holder, expiresAt: now + ttlMs }, leaseName)
        await done
        return free
      }),
    release: (holder) =>
      run(async (db) => {
        const { store, done } = beginWriting(db, leases)
        if ((await outcomeOf(store.get(leaseName)))?.holder === holder) store.delete(leaseName)
        return done
      }),
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

function reading(db: IDBDatabase): IDBObjectStore {
  return db.transaction(rows).objectStore(rows)
}

function readable(found: unknown[]): Row[] {
  return found.flatMap((value) => readRow(value) ?? [])
}
