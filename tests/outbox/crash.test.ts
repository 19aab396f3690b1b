import { describe, expect, it } from "vitest"
import { localMirror } from "../../src/outbox/localMirror.ts"
import type { Mirror } from "../../src/outbox/mirror.ts"
import type { Row } from "../../src/outbox/row.ts"
import type { OutboxStore } from "../../src/outbox/store.ts"
import { outboxWith } from "./fakeOutbox.ts"
import { fakeService } from "./fakeService.ts"
import { fakeStorage } from "./fakeStorage.ts"
import { settle } from "./fakeTime.ts"
import { requestOf, ticketOf } from "./fixtures.ts"
import { memoryStore } from "./memoryStore.ts"

/** The store of a program that is killed: from the k-th call on nothing reaches it and nothing answers. */
function killedAt(k: number, store: OutboxStore) {
  let calls = 0
  let kill = () => {}
  const killed = new Promise<void>((resolve) => {
    kill = resolve
  })
  const mortal = new Proxy(store, {
    get(target, name: keyof OutboxStore) {
      return (...given: unknown[]) => {
        calls += 1
        if (calls < k) return Reflect.apply(target[name], target, given)
        kill()
        return new Promise(() => {})
      }
    },
  })
  return { store: mortal, killed, calls: () => calls }
}

/** Seals and delivers in a program killed at its k-th call of the store, then starts another over what is left. */
async function killedAndStarted(k: number, mirrors: Mirror[]) {
  const rows = new Map<string, Row>()
  const service = fakeService(["answer lost"])
  const killed = killedAt(k, memoryStore(true, rows))
  const first = outboxWith({ store: killed.store, mirrors, putEntry: service.putEntry }).outbox
  let isStored = false
  const life = (async () => {
    isStored = (await first.seal(requestOf())).stored
    await first.deliver()
    await first.deliver({ force: true })
  })()
  await Promise.race([life, killed.killed])
  await settle()
  const left = [...rows.values()].map(({ state }) => state)
  const countedThen = service.counted.size

  const { outbox, cared } = outboxWith({
    store: memoryStore(true, rows),
    mirrors,
    putEntry: service.putEntry,
  })
  await cared()
  await outbox.supplyTicket("person-a", "hue-s-2024", 1, ticketOf("person-a", 2), 0)
  await outbox.deliver({ force: true })
  await outbox.deliver({ force: true })
  return {
    isStored,
    left,
    countedThen,
    calls: killed.calls(),
    service,
    after: await outbox.rowsOf("person-a"),
  }
}

describe.each<[string, () => Mirror[]]>([
  ["with a second copy", () => [localMirror(fakeStorageOnce())]],
  ["without one", () => []],
])("a program killed at any call of its store, %s", (_, mirrors) => {
  it("leaves the entry queued or received, and the next one brings it home", async () => {
    const whole = await killedAndStarted(Number.POSITIVE_INFINITY, mirrors())
    expect(whole).toMatchObject({ isStored: true, left: ["received"] })
    expect(whole.calls).toBeGreaterThan(8)
    let storedRuns = 0
    for (let k = 1; k <= whole.calls; k += 1) {
      const { isStored, left, countedThen, service, after } = await killedAndStarted(k, mirrors())
      if (left.includes("received")) expect(countedThen).toBe(1)
      else expect(["", "queued"]).toContain(left.join())
      if (!isStored && after.length === 0) continue
      storedRuns += 1
      expect(after.map(({ state, receipt }) => ({ state, receipt }))).toEqual([
        { state: "received", receipt: [...service.counted.values()][0] },
      ])
    }
    expect(storedRuns).toBeGreaterThan(5)
  })
})

describe("a store that fails at any one call", () => {
  it.each([1, 2, 3])("%d times in a row keeps no entry from its receipt", async (times) => {
    for (let k = 1; k <= 14; k += 1) {
      const service = fakeService(["answer lost"])
      const store = memoryStore()
      const { outbox } = outboxWith({ store: failingAt(k, times, store), putEntry: service.putEntry })
      await outbox.seal(requestOf())
      await outbox.deliver()
      await outbox.deliver({ force: true })
      await outbox.rowsOf("person-a")
      expect(await store.all()).toMatchObject([
        { state: "received", receipt: [...service.counted.values()][0] },
      ])
    }
  })
})

/** Calls k to k + times − 1 reject, with nothing stored. */
function failingAt(k: number, times: number, store: OutboxStore): OutboxStore {
  let calls = 0
  return new Proxy(store, {
    get(target, name: keyof OutboxStore) {
      return (...given: unknown[]) => {
        calls += 1
        if (calls >= k && calls < k + times) return Promise.reject(new Error("quota"))
        return Reflect.apply(target[name], target, given)
      }
    },
  })
}

function fakeStorageOnce() {
  const storage = fakeStorage()
  return () => storage
}
