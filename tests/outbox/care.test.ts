import { describe, expect, it } from "vitest"
import { entryHash } from "../../src/contract/hash.ts"
import type { Care, CaredOutbox } from "../../src/outbox/care.ts"
import { careFor } from "../../src/outbox/careFor.ts"
import { copyOf } from "../../src/outbox/copyOf.ts"
import { localMirror } from "../../src/outbox/localMirror.ts"
import type { Row } from "../../src/outbox/row.ts"
import { startOutbox } from "../../src/outbox/startOutbox.ts"
import { startTriggers } from "../../src/outbox/triggers.ts"
import { outboxWith, scripted, silent } from "./fakeOutbox.ts"
import { fakeStorage } from "./fakeStorage.ts"
import { settle } from "./fakeTime.ts"
import { delivered, receiptOf, requestOf, rowOf, unreachable } from "./fixtures.ts"
import { memoryStore } from "./memoryStore.ts"

const request = requestOf()
const own = receiptOf({ contest: "hue-s-2024", round: 1, entryHash: await entryHash(request.body) })

/** A page whose care comes when the test says so; `storage`: its second place. */
function pageWith(parts: Parameters<typeof outboxWith>[0] = {}, storage = fakeStorage()) {
  let arrive = (): void => {}
  let asked = 0
  const opened = outboxWith({
    ...parts,
    loadCare: (outbox: CaredOutbox) =>
      new Promise<Care>((resolve) => {
        asked += 1
        arrive = () => {
          const care = careFor({ outbox, announcer: silent, now: opened.time.now })
          void care.addMirror(localMirror(() => storage))
          const document = Object.assign(new EventTarget(), { visibilityState: "visible" as const })
          const page = Object.assign(new EventTarget(), { document, navigator: {} })
          const { now, after } = opened.time
          startTriggers({ outbox, nextAttemptAt: care.nextAttemptAt, page, now, after })
          resolve(care)
        }
      }),
  })
  startOutbox(
    opened.outbox,
    localMirror(() => storage),
  )
  return { ...opened, arrive: () => arrive(), asked: () => asked }
}

function memoryThatForgets() {
  const refuses = () => Promise.reject(new Error("no IndexedDB here"))
  return { ...memoryStore(), all: refuses, get: refuses, insert: refuses, update: refuses }
}

describe("while care has not come", () => {
  it("an entry is sealed, sent at once and gets its receipt", async () => {
    const service = scripted(delivered(own))
    const { outbox } = pageWith({ putEntry: service.putEntry })
    expect(await outbox.seal(request)).toMatchObject({ stored: true })
    await settle()
    expect(service.sent).toHaveLength(1)
    expect(await outbox.rowsOf("person-a")).toMatchObject([{ state: "received", receipt: own }])
  })

  it("an entry that no storage kept is sent at once too, and called kept only once a second place has it", async () => {
    const storage = fakeStorage()
    const service = scripted(unreachable)
    const parts = { store: memoryThatForgets(), putEntry: service.putEntry }
    const { outbox, arrive } = pageWith(parts, storage)
    const sealing = outbox.seal(request)
    // The hash comes from another thread, whenever that is free.
    await expect.poll(() => service.sent).toHaveLength(1)
    arrive()
    expect(await sealing).toMatchObject({ stored: true })
    expect(storage.getItem("hoi-thi:outbox:row-1")).toContain('"attempts":1')
  })

  it("an entry that no storage kept is not called kept when care does not come in time", async () => {
    const { outbox, time } = pageWith({ store: memoryThatForgets() })
    expect(await time.passUntil(outbox.seal(request))).toMatchObject({
      stored: false,
      row: { state: "queued" },
    })
  })
})

describe("care that comes", () => {
  it("late finds the second copy of what was sealed before, and delivers what waits", async () => {
    const storage = fakeStorage()
    const service = scripted(unreachable, delivered(own))
    const { outbox, time, arrive } = pageWith({ putEntry: service.putEntry }, storage)
    await outbox.seal(request)
    await time.pass(60_000)
    expect([service.sent.length, storage.length]).toEqual([1, 1])
    expect(storage.getItem("hoi-thi:outbox:row-1")).toContain('"queued"')
    arrive()
    await settle()
    expect(service.sent).toHaveLength(2)
    expect(storage.getItem("hoi-thi:outbox:row-1")).toContain('"received"')
  })

  it("late tries again at the end of the back-off", async () => {
    const service = scripted(unreachable, delivered(own))
    const { outbox, time, arrive } = pageWith({ putEntry: service.putEntry })
    await outbox.seal(request)
    await settle()
    arrive()
    await time.pass(999)
    expect(service.sent).toHaveLength(1)
    await time.pass(1)
    expect(service.sent).toHaveLength(2)
  })

  it.each([
    ["", () => {}],
    [", though the second place takes nothing more", () => Promise.reject(new DOMException("quota"))],
  ])("brings back an entry that the browser evicted, and the screen hears of it%s", async (_, write) => {
    const evicted = await rowOf("row-0", { round: 2 })
    const { outbox } = outboxWith()
    const care = await outbox.care()
    const told: Row[] = []
    outbox.onChange((row) => told.push(row))
    await outbox.seal(request)
    const mirror = { read: async () => [copyOf(evicted)], write: async () => write(), remove: async () => {} }
    await care.addMirror(mirror)
    expect(told).toMatchObject([{ rowId: "row-1" }, { rowId: "row-0", state: "needs-ticket" }])
    expect(await outbox.rowsOf("person-a")).toHaveLength(2)
  })

  it("asks again for an entry refused for closing that comes back only after its round's extension was learned", async () => {
    const refused: Row = {
      ...(await rowOf("row-0")),
      state: "refused",
      lastProblem: { code: "round-closed", closedAt: "2024-11-03T17:00:00Z" },
    }
    const { outbox } = outboxWith()
    const care = await outbox.care()
    await care.roundClosesAt("hue-s-2024", 1, Date.parse("2024-11-05T17:00:00Z"))
    await care.roundClosesAt("hue-s-2024", 2, Date.parse("2024-11-12T17:00:00Z"))
    const nothing = async () => {}
    await care.addMirror({ read: async () => [copyOf(refused)], write: nothing, remove: nothing })
    expect(await outbox.rowsOf("person-a")).toMatchObject([{ rowId: "row-0", state: "needs-ticket" }])
  })

  it("while rows change leaves no older copy in the second place", async () => {
    const rows = await Promise.all([1, 2].map((round) => rowOf(`row-${round}`, { round })))
    const { outbox } = outboxWith({ store: memoryStore(true, new Map(rows.map((row) => [row.rowId, row]))) })
    const care = await outbox.care()
    const copies = new Map<string, Row>()
    let answer = () => {}
    const slow = new Promise<void>((resolve) => {
      answer = resolve
    })
    const mirror = {
      read: async () => [],
      async write(copy: Row) {
        copies.set(copy.rowId, copy)
        await slow
      },
      remove: async () => {},
    }
    const reconciled = care.addMirror(mirror)
    await settle()
    await outbox.deliver()
    answer()
    await reconciled
    expect([...copies.values()].map(({ attempts }) => attempts)).toEqual([1, 1])
  })
})

it("care whose script did not come is sent for again at the next change, and once it came no more", async () => {
  const loads: CaredOutbox[] = []
  const { outbox } = outboxWith({
    async loadCare(opened: CaredOutbox) {
      loads.push(opened)
      // outboxWith, startOutbox, then the first change.
      if (loads.length < 3) throw new TypeError("Failed to fetch dynamically imported module")
      return careFor({ outbox: opened, announcer: silent, now: () => 0 })
    },
  })
  await settle()
  startOutbox(outbox, { write: async () => undefined })
  await settle()
  expect(loads).toHaveLength(2)
  await outbox.seal(request)
  await settle()
  expect(loads).toHaveLength(3)
  await outbox.deliver({ force: true })
  await settle()
  expect(loads).toHaveLength(3)
})
