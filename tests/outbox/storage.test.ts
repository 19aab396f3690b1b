import { describe, expect, it } from "vitest"
import { entryHash } from "../../src/contract/hash.ts"
import { copyOf } from "../../src/outbox/copyOf.ts"
import { localMirror } from "../../src/outbox/localMirror.ts"
import type { Mirror } from "../../src/outbox/mirror.ts"
import type { Row } from "../../src/outbox/row.ts"
import type { OutboxStore } from "../../src/outbox/store.ts"
import { outboxWith, scripted } from "./fakeOutbox.ts"
import { fakeStorage, forbiddenStorage, fullStorage } from "./fakeStorage.ts"
import { delivered, receiptOf, refused, requestOf, rowOf, ticketOf, unreachable } from "./fixtures.ts"
import { memoryStore } from "./memoryStore.ts"

const request = requestOf()
const own = receiptOf({ contest: "hue-s-2024", round: 1, entryHash: await entryHash(request.body) })

/** A store of which no call succeeds, until it is mended, or that breaks later. */
function brokenStore(how: "rejects" | "hangs" = "rejects", isBrokenAtFirst = true) {
  const store = memoryStore()
  let isBroken = isBrokenAtFirst
  const broken = new Proxy(store, {
    get(target, name: keyof OutboxStore) {
      return (...given: unknown[]) => {
        if (!isBroken) return Reflect.apply(target[name], target, given)
        return how === "rejects" ? Promise.reject(new Error("no IndexedDB here")) : new Promise(() => {})
      }
    },
  })
  return {
    broken,
    inside: store,
    mend: () => {
      isBroken = false
    },
    breakDown: () => {
      isBroken = true
    },
  }
}

describe("sealing where IndexedDB fails", () => {
  it("says that the entry is kept when the second place has it", async () => {
    const storage = fakeStorage()
    const { outbox } = outboxWith({ store: brokenStore().broken, mirrors: [localMirror(() => storage)] })
    expect(await outbox.seal(request)).toMatchObject({ stored: true })
    expect(storage.length).toBe(1)
  })

  it.each([
    ["forbidden", () => forbiddenStorage()],
    ["full", () => fullStorage()],
  ])("says that it is not kept when localStorage is %s, and sends it all the same", async (_, storage) => {
    const service = scripted(delivered(own))
    const { outbox } = outboxWith({
      store: brokenStore().broken,
      mirrors: [localMirror(storage)],
      putEntry: service.putEntry,
    })
    expect(await outbox.seal(request)).toMatchObject({ stored: false, row: { state: "queued" } })
    await outbox.deliver()
    expect(await outbox.rowsOf("person-a")).toMatchObject([{ state: "received", receipt: own }])
  })

  it("moves the entry into IndexedDB when that works again", async () => {
    const { broken, inside, mend } = brokenStore()
    const { outbox } = outboxWith({ store: broken, putEntry: scripted(unreachable).putEntry })
    await outbox.seal(request)
    await outbox.deliver()
    mend()
    await outbox.rowsOf("person-a")
    expect(await inside.all()).toMatchObject([{ state: "queued", attempts: 1, ticket: ticketOf("person-a") }])
    expect(await outbox.seal(request)).toMatchObject({ stored: true, row: { rowId: "row-1" } })
  })

  it("knows what it had read before that failed", async () => {
    const { broken, breakDown } = brokenStore("rejects", false)
    const { outbox } = outboxWith({ store: broken })
    await outbox.seal(request)
    breakDown()
    expect(await outbox.rowsOf("person-a")).toHaveLength(1)
    expect(await outbox.seal(request)).toMatchObject({ stored: true, row: { rowId: "row-1" } })
  })

  it("takes a new ticket over into IndexedDB when that works again", async () => {
    const { broken, inside, mend, breakDown } = brokenStore("rejects", false)
    const { outbox } = outboxWith({ store: broken, putEntry: scripted(refused("ticket-expired")).putEntry })
    await outbox.seal(request)
    await outbox.deliver()
    breakDown()
    expect(await outbox.supplyTicket("person-a", "hue-s-2024", 1, ticketOf("person-a", 2), 0)).toBe(true)
    mend()
    await outbox.rowsOf("person-a")
    expect(await inside.all()).toMatchObject([{ state: "queued", ticket: ticketOf("person-a", 2) }])
  })

  it("does not wait for ever for one that never answers", async () => {
    const service = scripted(delivered(own))
    const { outbox, time } = outboxWith({ store: brokenStore("hangs").broken, putEntry: service.putEntry })
    expect(await time.passUntil(outbox.seal(request))).toMatchObject({ stored: false })
    await time.passUntil(outbox.deliver())
    expect(service.sent).toHaveLength(1)
  })

  it("says that nothing can be sealed on a page without crypto", async () => {
    const subtle = Object.getOwnPropertyDescriptor(crypto, "subtle")
    Object.defineProperty(crypto, "subtle", { configurable: true, value: undefined })
    try {
      expect(await outboxWith().outbox.seal(request)).toEqual({
        stored: false,
        reason: "no hash can be computed on this page",
      })
    } finally {
      if (subtle === undefined) Reflect.deleteProperty(crypto, "subtle")
      else Object.defineProperty(crypto, "subtle", subtle)
    }
  })
})

describe("sealing twice", () => {
  it("gives one row, with the ticket that came last", async () => {
    const { outbox, store } = outboxWith()
    const again = requestOf("person-a", { ticket: ticketOf("person-a", 2) })
    const [first, second] = [await outbox.seal(request), await outbox.seal(again)]
    expect(second.row?.rowId).toBe(first.row?.rowId)
    expect(second.row?.body).toBe(first.row?.body)
    expect(await store.all()).toMatchObject([{ ticket: ticketOf("person-a", 2) }])
  })

  it.each([
    ["", () => memoryStore()],
    [", though IndexedDB fails", () => brokenStore().broken],
  ])("gives one row to two taps at once%s", async (_, store) => {
    const { outbox } = outboxWith({ store: store() })
    await Promise.all([outbox.seal(request), outbox.seal(request)])
    expect(await outbox.rowsOf("person-a")).toHaveLength(1)
  })
})

describe("the second copy", () => {
  it("never holds a ticket", async () => {
    const values = new Map<string, string>()
    const { outbox } = outboxWith({ mirrors: [localMirror(() => fakeStorage(values))] })
    await outbox.seal(request)
    expect([...values.values()].join()).not.toContain(ticketOf("person-a"))
    expect(values.size).toBe(1)
  })

  it("brings back an entry that the browser evicted, which then waits for a ticket", async () => {
    const values = new Map<string, string>()
    const mirrors = [localMirror(() => fakeStorage(values))]
    await outboxWith({ mirrors }).outbox.seal(request)

    const service = scripted(delivered(own))
    const { outbox, cared } = outboxWith({ mirrors, putEntry: service.putEntry })
    await cared()
    expect(await outbox.rowsOf("person-a")).toMatchObject([{ rowId: "row-1", state: "needs-ticket" }])
    expect(await outbox.supplyTicket("person-a", "hue-s-2024", 1, ticketOf("person-a", 2), 0)).toBe(true)
    await outbox.deliver()
    expect(await outbox.rowsOf("person-a")).toMatchObject([{ state: "received" }])
    expect(JSON.parse([...values.values()][0] ?? "")).toMatchObject({ state: "received", ticket: null })
  })

  it("gives its receipt to a store that lost it, but not one of another entry", async () => {
    const row = await rowOf()
    const received = { ...row, state: "received", receipt: own } as const
    const forged = { ...received, receipt: { ...own, entryHash: "f".repeat(64) } }
    for (const [copy, state] of [
      [received, "received"],
      [forged, "queued"],
    ] as const) {
      const store = memoryStore(true, new Map([[row.rowId, row]]))
      const { outbox, cared } = outboxWith({ store, mirrors: [localMirror(() => storageWith(copy))] })
      await cared()
      expect(await outbox.rowsOf("person-a")).toMatchObject([{ state }])
    }
  })

  it("is written only where it differs: a host counts every message", async () => {
    const storage = fakeStorage()
    const writes: string[] = []
    const mirror = localMirror(() => ({
      ...storage,
      length: storage.length,
      setItem: (...item) => {
        writes.push(item[0])
        storage.setItem(...item)
      },
    }))
    const store = memoryStore()
    const first = outboxWith({ store, mirrors: [mirror] })
    await first.cared()
    await first.outbox.seal(request)
    const before = writes.length
    expect(before).toBe(1)
    await outboxWith({ store, mirrors: [mirror] }).cared()
    expect(writes).toHaveLength(before)
  })

  it("never takes a receipt back", async () => {
    const row = await rowOf()
    const received: Row = { ...row, state: "received", receipt: own }
    const store = memoryStore(true, new Map([[row.rowId, received]]))
    const { outbox, cared } = outboxWith({ store, mirrors: [localMirror(() => storageWith(row))] })
    await cared()
    expect(await outbox.rowsOf("person-a")).toEqual([received])
  })

  it("in the host's store is reconciled when it is granted, and its rows are told", async () => {
    const other = await rowOf("row-0", { round: 2 })
    const { outbox, cared } = outboxWith()
    const told: string[] = []
    outbox.onChange(({ rowId }) => told.push(rowId))
    await outbox.seal(request)
    const storage = storageWith(other)
    await (await cared()).addMirror(localMirror(() => storage))
    expect(await outbox.rowsOf("person-a")).toMatchObject([{ rowId: "row-1" }, { rowId: "row-0" }])
    expect(told).toEqual(["row-1", "row-0"])
    expect(storage.length).toBe(2)
  })

  it("keeps nobody waiting when the host never answers", async () => {
    const silentHost: Mirror = {
      read: () => new Promise(() => {}),
      write: () => new Promise(() => {}),
      remove: () => new Promise(() => {}),
    }
    const { outbox } = outboxWith({ mirrors: [silentHost] })
    await outbox.care()
    expect(await outbox.seal(request)).toMatchObject({ stored: true })
  })
})

function storageWith(row: Row) {
  const storage = fakeStorage()
  storage.setItem(`hoi-thi:outbox:${row.rowId}`, JSON.stringify(copyOf(row)))
  return storage
}
