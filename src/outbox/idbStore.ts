import { beginWriting, outcomeOf } from "./indexedDb.ts"
import { type OutboxDatabase, rows } from "./outboxDatabase.ts"
import { readRow } from "./readRow.ts"
import type { Row } from "./row.ts"
import type { OutboxStore } from "./store.ts"

/** The store in IndexedDB. */
export function idbStore(run: OutboxDatabase): OutboxStore {
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
  }
}

function reading(db: IDBDatabase): IDBObjectStore {
  return db.transaction(rows).objectStore(rows)
}

function readable(found: unknown[]): Row[] {
  return found.flatMap((value) => readRow(value) ?? [])
}
