import "fake-indexeddb/auto"
import { beforeEach, describe, expect, it } from "vitest"
import { idbLeases } from "../../src/outbox/idbLeases.ts"
import { idbStore } from "../../src/outbox/idbStore.ts"
import type { LeaseStore } from "../../src/outbox/leaseLock.ts"
import { outboxDatabase } from "../../src/outbox/outboxDatabase.ts"
import { sealedBefore } from "../../src/outbox/seal.ts"
import { spareStore } from "../../src/outbox/spareStore.ts"
import { type OutboxStore, sameRow } from "../../src/outbox/store.ts"
import { fakeTime } from "./fakeTime.ts"
import { rowOf, start } from "./fixtures.ts"
import { memoryLeases } from "./memoryLeases.ts"
import { memoryStore } from "./memoryStore.ts"

/** Each test has a database of its own. */
let databases = 0
beforeEach(() => {
  databases += 1
})

describe.each<[string, () => OutboxStore]>([
  ["memory", () => memoryStore()],
  ["IndexedDB", () => idbStore(outboxDatabase(`test-${databases}`))],
  [
    "the spare over IndexedDB",
    () => spareStore(idbStore(outboxDatabase(`test-${databases}`)), fakeTime(start).after),
  ],
])("a store in %s", (_, create) => {
  let store: OutboxStore
  beforeEach(() => {
    store = create()
  })

  it("gives back what was inserted, as it was", async () => {
    const row = await rowOf("row-1", { closesAt: start + 1000 })
    expect(await store.insert(row, sameRow(row))).toEqual({ row, durable: true })
    expect(await store.get("row-1")).toEqual(row)
    expect(await store.all()).toEqual([row])
    expect(await store.get("row-2")).toBeNull()
  })

  it("keeps one row of one person and round, however many are inserted at once", async () => {
    const rows = await Promise.all(["row-1", "row-2", "row-3"].map((rowId) => rowOf(rowId)))
    const inserted = await Promise.all(rows.map((row) => store.insert(row, sealedBefore(row))))
    expect(await store.all()).toHaveLength(1)
    expect(new Set(inserted.map(({ row }) => row.rowId)).size).toBe(1)
  })

  it("loses no change of two made at once", async () => {
    const row = await rowOf()
    await store.insert(row, sameRow(row))
    const count = () => store.update("row-1", (stored) => ({ ...stored, attempts: stored.attempts + 1 }))
    await Promise.all(Array.from({ length: 10 }, count))
    expect((await store.get("row-1"))?.attempts).toBe(10)
  })

  it("writes nothing when the change leaves the row, or there is none", async () => {
    const row = await rowOf()
    await store.insert(row, sameRow(row))
    expect(await store.update("row-1", (stored) => stored)).toBeNull()
    expect(await store.update("row-2", (stored) => ({ ...stored, attempts: 7 }))).toBeNull()
    expect(await store.all()).toEqual([row])
  })

  it("removes what it is told to and nothing else", async () => {
    for (const rowId of ["row-1", "row-2"]) {
      const row = await rowOf(rowId)
      await store.insert(row, sameRow(row))
    }
    await store.remove(["row-1", "row-3"])
    expect((await store.all()).map(({ rowId }) => rowId)).toEqual(["row-2"])
  })
})

describe.each<[string, () => LeaseStore]>([
  ["memory", () => memoryLeases()],
  ["IndexedDB", () => idbLeases(outboxDatabase(`test-${databases}`))],
])("a lease in %s", (_, create) => {
  let leases: LeaseStore
  beforeEach(() => {
    leases = create()
  })

  it("is lent to one holder at a time, and never for longer than its time", async () => {
    expect(await leases.lease("a", start, 1000)).toBe(true)
    expect(await leases.lease("b", start + 999, 1000)).toBe(false)
    expect(await leases.lease("a", start + 999, 1000)).toBe(true)
    expect(await leases.lease("b", start + 1999, 1000)).toBe(true)
    await leases.release("a")
    expect(await leases.lease("a", start + 2000, 1000)).toBe(false)
    await leases.release("b")
    expect(await leases.lease("a", start + 2000, 1000)).toBe(true)
  })

  it("is not held for a year by a lease taken before the clock was set back", async () => {
    await leases.lease("a", start + 365 * 86_400_000, 1000)
    expect(await leases.lease("b", start, 1000)).toBe(true)
  })
})
