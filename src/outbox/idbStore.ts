import { type DBSchema, type IDBPDatabase, openDB } from "idb"
import { readRow } from "./readRow.ts"
import type { Row } from "./row.ts"
import { isFree, type Lease, type OutboxStore } from "./store.ts"

/** Version of the database's layout. The shape of a row has its own: see `readRow`. */
const databaseVersion = 1
const leaseName = "delivery"

interface Layout extends DBSchema {
  rows: { key: string; value: Row }
  leases: { key: string; value: Lease }
}

/**
 * The store in IndexedDB, shared by all tabs and the worker of an origin. A call that fails is made once more over a
 * new connection, because browsers drop connections of pages in the background; a second failure rejects.
 */
export function idbStore(name = "hoi-thi-outbox"): OutboxStore {
  let connection: Promise<IDBPDatabase<Layout>> | null = null

  function drop() {
    connection?.then(
      (db) => db.close(),
      () => {
        // It never opened, so there is nothing to close.
      },
    )
    connection = null
  }

  async function run<T>(work: (db: IDBPDatabase<Layout>) => Promise<T>): Promise<T> {
    try {
      connection ??= open(name, drop)
      return await work(await connection)
    } catch {
      // Connection lost, or the first open of a cold start failed (iOS): worth exactly one new connection.
      drop()
      connection = open(name, drop)
      return work(await connection)
    }
  }

  return {
    all: () => run(async (db) => readable(await db.getAll("rows"))),
    get: (rowId) => run(async (db) => readRow(await db.get("rows", rowId))),
    insert: (row, standIn) =>
      run(async (db) => {
        const tx = begin(db, "rows")
        const there = standIn(readable(await tx.store.getAll()))
        await Promise.all([there ?? tx.store.add(row), tx.done])
        const kept = there ?? row
        // Some private modes report success and keep nothing, so only what another transaction finds counts as kept.
        if (readRow(await db.get("rows", kept.rowId))?.body !== kept.body)
          throw new Error("row not read back")
        return { row: kept, durable: true }
      }),
    update: (rowId, change) =>
      run(async (db) => {
        const tx = begin(db, "rows")
        const stored = readRow(await tx.store.get(rowId))
        const next = stored === null ? stored : change(stored)
        const isChanged = next !== stored
        await Promise.all([isChanged && next !== null ? tx.store.put(next) : null, tx.done])
        return isChanged ? next : null
      }),
    remove: (rowIds) =>
      run(async (db) => {
        const tx = begin(db, "rows")
        await Promise.all([...rowIds.map((rowId) => tx.store.delete(rowId)), tx.done])
      }),
    lease: (holder, now, ttlMs) =>
      run(async (db) => {
        const tx = begin(db, "leases")
        const free = isFree(await tx.store.get(leaseName), holder, now, ttlMs)
        const taken = { holder, expiresAt: now + ttlMs }
        await Promise.all([free ? tx.store.put(taken, leaseName) : null, tx.done])
        return free
      }),
    release: (holder) =>
      run(async (db) => {
        const tx = begin(db, "leases")
        const held = await tx.store.get(leaseName)
        await Promise.all([held?.holder === holder ? tx.store.delete(leaseName) : null, tx.done])
      }),
  }
}

async function open(name: string, drop: () => void): Promise<IDBPDatabase<Layout>> {
  const options = {
    upgrade(db: IDBPDatabase<Layout>, from: number) {
      if (from < 1) {
        db.createObjectStore("rows", { keyPath: "rowId" })
        db.createObjectStore("leases")
      }
    },
    // A newer program wants to upgrade, or the browser closed the connection: never stand in its way.
    blocking: drop,
    terminated: drop,
  }
  try {
    return await openDB<Layout>(name, databaseVersion, options)
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "VersionError")) throw error
    // A newer program was here before; layouts only ever grow, so its database serves this one too.
    return openDB<Layout>(name, undefined, options)
  }
}

function readable(found: unknown[]): Row[] {
  return found.flatMap((value) => readRow(value) ?? [])
}

function begin<S extends "rows" | "leases">(db: IDBPDatabase<Layout>, store: S) {
  const tx = db.transaction(store, "readwrite", { durability: "strict" })
  // Every caller awaits it; one that fails before must not leave it as an unhandled rejection.
  tx.done.catch(() => {})
  return tx
}
