import { describe, expect, it } from "vitest"
import { deliverMessage, syncTag } from "../../src/outbox/handOver.ts"
import type { Row } from "../../src/outbox/row.ts"
import { startWorkerTriggers } from "../../src/outbox/workerTriggers.ts"
import { fakeTime, settle } from "./fakeTime.ts"
import { rowOf, start } from "./fixtures.ts"
import { memoryStore } from "./memoryStore.ts"

const row = await rowOf()

/** A worker over one row; each delivery leaves it as `after` says, in turn. */
function worker(...after: Partial<Row>[]) {
  const time = fakeTime(start)
  const rows = new Map([[row.rowId, row]])
  const listeners = new Map<string, (event: object) => void>()
  let deliveries = 0
  startWorkerTriggers({
    listen: (type, listener) => listeners.set(type, listener as (event: object) => void),
    async deliver() {
      deliveries += 1
      rows.set(row.rowId, { ...row, attempts: deliveries, ...after[Math.min(deliveries, after.length) - 1] })
      return [...rows.values()].filter(({ state }) => state === "queued").length
    },
    store: memoryStore(true, rows),
    now: time.now,
    after: time.after,
  })
  /** Gives what the worker asked to be kept alive for. */
  const send = (type: string, event: object = {}) => {
    const works: Promise<unknown>[] = []
    listeners.get(type)?.({ ...event, waitUntil: (work: Promise<unknown>) => works.push(work) })
    return works
  }
  return { send, time, deliveries: () => deliveries }
}

describe("the worker delivers", () => {
  it.each([
    ["when a page that goes away asks for it", "message", { data: { type: deliverMessage } }],
    ["when a page opens", "fetch", { request: { mode: "navigate" } }],
    ["at a sync event", "sync", { tag: syncTag }],
  ])("%s, and is kept alive for it", async (_, type, event) => {
    const { send, deliveries } = worker({ state: "received" })
    const works = send(type, event)
    expect(works).toHaveLength(1)
    await Promise.all(works)
    expect(deliveries()).toBe(1)
  })

  it("when it has been activated, without holding back the pages' requests", () => {
    const { send, deliveries } = worker({})
    expect(send("activate")).toEqual([])
    expect(deliveries()).toBe(1)
  })

  it.each([
    ["message", { data: { type: "SKIP_WAITING" } }],
    ["message", { data: "text" }],
    ["message", { data: null }],
    ["fetch", { request: { mode: "cors" } }],
    ["sync", { tag: "another" }],
  ])("not at any other %s: %j", (type, event) => {
    const { send, deliveries } = worker({})
    expect(send(type, event)).toEqual([])
    expect(deliveries()).toBe(0)
  })
})

describe("a sync event", () => {
  it("goes on through back-offs until nothing waits", async () => {
    const { send, time, deliveries } = worker(
      { nextAttemptAt: start + 2000 },
      { nextAttemptAt: start + 9000 },
      { state: "received" },
    )
    const [work] = send("sync", { tag: syncTag })
    await time.pass(8000)
    expect(deliveries()).toBe(2)
    await time.pass(1000)
    await work
    expect(deliveries()).toBe(3)
  })

  it("rejects when it would have to wait for over a minute, so that the browser calls again", async () => {
    const { send } = worker({ nextAttemptAt: start + 61_000 })
    await expect(send("sync", { tag: syncTag })[0]).rejects.toThrow("entries still wait")
  })

  it("waits for no back-off of a clock that was set back since", async () => {
    const { send, time, deliveries } = worker(
      { triedAt: start + 600_000, nextAttemptAt: start + 660_000 },
      { state: "received" },
    )
    const [work] = send("sync", { tag: syncTag })
    await time.pass(1000)
    await work
    expect(deliveries()).toBe(2)
  })

  it("ends where only the page can help: an entry without a ticket", async () => {
    const { send } = worker({ state: "queued", ticket: null })
    await send("sync", { tag: syncTag })[0]
  })

  it("does not turn into a storm where nothing can be written", async () => {
    const { send, time, deliveries } = worker({ nextAttemptAt: start - 1 })
    const told = expect(send("sync", { tag: syncTag })[0]).rejects.toThrow()
    await time.pass(120_000)
    await told
    expect(deliveries()).toBeLessThanOrEqual(61)
  })
})

it("a store that fails ends no event badly", async () => {
  const listeners = new Map<string, (event: object) => void>()
  startWorkerTriggers({
    listen: (type, listener) => listeners.set(type, listener as (event: object) => void),
    deliver: () => Promise.reject(new Error("quota")),
    store: memoryStore(),
    now: () => start,
    after: () => () => {},
  })
  const works: Promise<unknown>[] = []
  listeners.get("fetch")?.({
    request: { mode: "navigate" },
    waitUntil: (work: Promise<unknown>) => works.push(work),
  })
  listeners.get("activate")?.({})
  await Promise.all(works)
  await settle()
})
