import "fake-indexeddb/auto"
import { openDB } from "idb"
import { afterEach, describe, expect, it, vi } from "vitest"
import { idbStore } from "../../src/outbox/idbStore.ts"
import { readRow } from "../../src/outbox/readRow.ts"
import { sameRow } from "../../src/outbox/store.ts"
import { rowOf } from "./fixtures.ts"

const row = await rowOf()
afterEach(() => {
  vi.restoreAllMocks()
})

describe("IndexedDB as it fails on phones", () => {
  it("that fails once, as after a cold start on iOS, is asked once more", async () => {
    const open = vi.spyOn(indexedDB, "open").mockImplementationOnce(() => {
      throw new DOMException("Connection to Indexed Database server lost", "UnknownError")
    })
    const store = idbStore("fails-once")
    expect(await store.insert(row, sameRow(row))).toMatchObject({ durable: true })
    expect(open).toHaveBeenCalledTimes(2)
  })

  it("that fails always rejects, and works again when it does", async () => {
    const store = idbStore("fails-twice")
    const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("no", "UnknownError")
    })
    await expect(store.insert(row, sameRow(row))).rejects.toThrow("no")
    open.mockRestore()
    expect(await store.insert(row, sameRow(row))).toMatchObject({ durable: true })
  })

  it("that loses its connection goes on over a new one", async () => {
    const store = idbStore("dropped")
    await store.insert(row, sameRow(row))
    const transaction = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(() => {
      throw new DOMException("closing", "InvalidStateError")
    })
    expect(await store.update(row.rowId, (stored) => ({ ...stored, attempts: 1 }))).toMatchObject({
      attempts: 1,
    })
    expect(transaction).toHaveBeenCalled()
  })

  it("that reports success and keeps nothing does not count as kept", async () => {
    const store = idbStore("forgetful")
    vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (this: IDBObjectStore) {
      return this.getAll() as unknown as IDBRequest<IDBValidKey>
    })
    await expect(store.insert(row, sameRow(row))).rejects.toThrow("row not read back")
  })

  it("that aborts a transaction stores nothing and rejects", async () => {
    const store = idbStore("aborts")
    vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (this: IDBObjectStore) {
      this.transaction.abort()
      return this.getAll() as unknown as IDBRequest<IDBValidKey>
    })
    await expect(store.insert(row, sameRow(row))).rejects.toThrow()
    vi.restoreAllMocks()
    expect(await store.all()).toEqual([])
  })

  it("asks for strict durability", async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, "transaction")
    await idbStore("strict").insert(row, sameRow(row))
    expect(transaction).toHaveBeenCalledWith("rows", "readwrite", { durability: "strict" })
  })
})

describe("programs of different versions over one database", () => {
  it("an older one uses the newer one's layout, and leaves its rows alone", async () => {
    const newer = await openDB("newer", 7, {
      upgrade(db) {
        db.createObjectStore("rows", { keyPath: "rowId" })
        db.createObjectStore("leases")
        db.createObjectStore("something-new")
      },
    })
    const theirs = { ...row, rowId: "row-of-v9", schemaVersion: 9, owner: { id: 1 } }
    await newer.add("rows", theirs)
    newer.close()

    const store = idbStore("newer")
    await store.insert(row, sameRow(row))
    expect(await store.all()).toEqual([row])
    expect(await store.update("row-of-v9", (stored) => ({ ...stored, attempts: 1 }))).toBeNull()
    const again = await openDB("newer")
    expect(await again.get("rows", "row-of-v9")).toEqual(theirs)
    again.close()
  })

  it("an older one never stands in the way of a newer one's upgrade", async () => {
    const store = idbStore("upgraded")
    await store.insert(row, sameRow(row))
    const newer = await openDB("upgraded", 2)
    expect(await newer.get("rows", row.rowId)).toEqual(row)
    newer.close()
    expect(await store.get(row.rowId)).toEqual(row)
  })
})

describe("reading a row", () => {
  it("brings an older shape to the present one, step by step", () => {
    const { owner, ...older } = row
    const found = { ...older, schemaVersion: -1, person: owner }
    const migrations = {
      [-1]: ({ person, ...rest }: Record<string, unknown>) => ({ ...rest, schemaVersion: 0, holder: person }),
      0: ({ holder, ...rest }: Record<string, unknown>) => ({ ...rest, schemaVersion: 1, owner: holder }),
    }
    expect(readRow(found, migrations)).toEqual(row)
    expect(readRow(found)).toBeNull()
  })

  it.each([
    null,
    7,
    "row",
    {},
    { ...row, body: undefined },
    { ...row, state: "lost" },
    { ...row, attempts: "1" },
    { ...row, ticket: 5 },
    { ...row, receipt: undefined },
    { ...row, closesAt: "soon" },
  ])("takes nothing for a row that is none: %j", (found) => {
    expect(readRow(found)).toBeNull()
  })
})
