import "fake-indexeddb/auto"
import { forceCloseDatabase } from "fake-indexeddb"
import { afterEach, describe, expect, it, vi } from "vitest"
import { idbStore } from "../../src/outbox/idbStore.ts"
import { openDatabase, outcomeOf } from "../../src/outbox/indexedDb.ts"
import { outboxDatabase } from "../../src/outbox/outboxDatabase.ts"
import { readRow } from "../../src/outbox/readRow.ts"
import { sameRow } from "../../src/outbox/store.ts"
import { rowOf } from "./fixtures.ts"

const row = await rowOf()
const realOpen = indexedDB.open
afterEach(() => {
  vi.restoreAllMocks()
})

describe("IndexedDB as it fails on phones", () => {
  it("that fails once, as after a cold start on iOS, is asked once more", async () => {
    const open = vi.spyOn(indexedDB, "open").mockImplementationOnce(() => {
      throw new DOMException("Connection to Indexed Database server lost", "UnknownError")
    })
    const store = idbStore(outboxDatabase("fails-once"))
    expect(await store.insert(row, sameRow(row))).toMatchObject({ durable: true })
    expect(open).toHaveBeenCalledTimes(2)
  })

  it("that fails always rejects, and works again when it does", async () => {
    const store = idbStore(outboxDatabase("fails-twice"))
    const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("no", "UnknownError")
    })
    await expect(store.insert(row, sameRow(row))).rejects.toThrow("no")
    open.mockRestore()
    expect(await store.insert(row, sameRow(row))).toMatchObject({ durable: true })
  })

  it("that loses its connection goes on over a new one", async () => {
    const store = idbStore(outboxDatabase("dropped"))
    await store.insert(row, sameRow(row))
    const transaction = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(() => {
      throw new DOMException("closing", "InvalidStateError")
    })
    expect(await store.update(row.rowId, (stored) => ({ ...stored, attempts: 1 }))).toMatchObject({
      attempts: 1,
    })
    expect(transaction).toHaveBeenCalled()
  })

  it("that the browser closes by itself is opened again", async () => {
    const opened: IDBDatabase[] = []
    const open = vi.spyOn(indexedDB, "open").mockImplementation((...given) => {
      const request = Reflect.apply(realOpen, indexedDB, given) as IDBOpenDBRequest
      request.addEventListener("success", () => opened.push(request.result))
      return request
    })
    const store = idbStore(outboxDatabase("closed-by-the-browser"))
    await store.insert(row, sameRow(row))
    if (opened[0]) forceCloseDatabase(opened[0] as never)
    expect(await store.all()).toEqual([row])
    expect(open).toHaveBeenCalledTimes(2)
  })

  it("that loses its connection under many calls at once answers them all over one new connection", async () => {
    const store = idbStore(outboxDatabase("dropped-at-once"))
    await store.insert(row, sameRow(row))
    const open = vi.spyOn(indexedDB, "open")
    const lost = () => {
      throw new DOMException("closing", "InvalidStateError")
    }
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(lost).mockImplementationOnce(lost)
    expect(await Promise.all([store.all(), store.all()])).toEqual([[row], [row]])
    expect(open).toHaveBeenCalledTimes(1)
  })

  it("that refuses one write says why, and leaves no rejection behind", async () => {
    const store = idbStore(outboxDatabase("full"))
    await store.insert(row, sameRow(row))
    await expect(store.insert({ ...row, round: 2 }, () => undefined)).rejects.toMatchObject({
      name: "ConstraintError",
    })
    expect(await store.all()).toEqual([row])
  })

  it("that reports success and keeps nothing does not count as kept", async () => {
    const store = idbStore(outboxDatabase("forgetful"))
    vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (this: IDBObjectStore) {
      return this.getAll() as unknown as IDBRequest<IDBValidKey>
    })
    await expect(store.insert(row, sameRow(row))).rejects.toThrow("row not read back")
  })

  it("that aborts a transaction stores nothing and rejects", async () => {
    const store = idbStore(outboxDatabase("aborts"))
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
    await idbStore(outboxDatabase("strict")).insert(row, sameRow(row))
    expect(transaction).toHaveBeenCalledWith("rows", "readwrite", { durability: "strict" })
  })
})

describe("programs of different versions over one database", () => {
  it("an older one uses the newer one's layout, and leaves its rows alone", async () => {
    const newer = await openDatabase("newer", 7, newerLayout, () => {})
    const theirs = { ...row, rowId: "row-of-v9", schemaVersion: 9, owner: { id: 1 } }
    await outcomeOf(newer.transaction("rows", "readwrite").objectStore("rows").add(theirs))
    newer.close()

    const store = idbStore(outboxDatabase("newer"))
    await store.insert(row, sameRow(row))
    expect(await store.all()).toEqual([row])
    expect(await store.update("row-of-v9", (stored) => ({ ...stored, attempts: 1 }))).toBeNull()
    const again = await openDatabase("newer", undefined, newerLayout, () => {})
    expect(await rowIn(again, "row-of-v9")).toEqual(theirs)
    again.close()
  })

  it("an older one never stands in the way of a newer one's upgrade", async () => {
    const store = idbStore(outboxDatabase("upgraded"))
    await store.insert(row, sameRow(row))
    const upgrades: number[] = []
    const newer = await openDatabase(
      "upgraded",
      2,
      (_, from) => upgrades.push(from),
      () => {},
    )
    expect(upgrades).toEqual([1])
    expect(await rowIn(newer, row.rowId)).toEqual(row)
    newer.close()
    expect(await store.get(row.rowId)).toEqual(row)
  })
})

function newerLayout(db: IDBDatabase): void {
  db.createObjectStore("rows", { keyPath: "rowId" })
  db.createObjectStore("leases")
  db.createObjectStore("something-new")
}

function rowIn(db: IDBDatabase, rowId: string): Promise<unknown> {
  return outcomeOf(db.transaction("rows").objectStore("rows").get(rowId))
}

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
