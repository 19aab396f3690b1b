import { describe, expect, it } from "vitest"
import { type Announcer, broadcastAnnouncer } from "../../src/outbox/announcer.ts"
import { localMirror } from "../../src/outbox/localMirror.ts"
import { mayGo } from "../../src/outbox/retention.ts"
import { rowStates } from "../../src/outbox/row.ts"
import { outboxWith, scripted } from "./fakeOutbox.ts"
import { fakeStorage } from "./fakeStorage.ts"
import { settle } from "./fakeTime.ts"
import { delivered, receiptOf, refused, requestOf, rowOf, start, unreachable } from "./fixtures.ts"
import { memoryStore } from "./memoryStore.ts"

const row = await rowOf()
const own = receiptOf(row)
const days = 86_400_000

/** Screens of one origin that hear each other, but not themselves. */
function screens() {
  const heard = new Set<(rowId: string) => void>()
  return (): Announcer => {
    let mine: (rowId: string) => void = () => {}
    return {
      tell: (rowId) => {
        for (const listener of heard) if (listener !== mine) listener(rowId)
      },
      listen: (listener) => {
        mine = listener
        heard.add(listener)
        return () => heard.delete(listener)
      },
    }
  }
}

describe("other screens", () => {
  it("hear of every change, and keep its copy too", async () => {
    const announcer = screens()
    const store = memoryStore()
    const storage = fakeStorage()
    const { outbox: first, cared } = outboxWith({
      store,
      announcer: announcer(),
      putEntry: scripted(delivered(own)).putEntry,
    })
    const second = outboxWith({ store, announcer: announcer(), mirrors: [localMirror(() => storage)] }).outbox
    await Promise.all([cared(), second.care()])
    const shown: string[] = []
    second.onChange(({ state }) => shown.push(state))
    await first.seal(requestOf())
    await settle()
    await first.deliver()
    await settle()
    expect(shown).toEqual(["queued", "received"])
    expect(storage.getItem("hoi-thi:outbox:row-1")).toContain('"received"')
  })

  it("are told over a channel, and nothing is amiss without one", () => {
    const channel = Object.assign(new EventTarget(), { postMessage: (data: unknown) => posted.push(data) })
    const posted: unknown[] = []
    const announcer = broadcastAnnouncer(() => channel as unknown as BroadcastChannel)
    const heard: string[] = []
    const stop = announcer.listen((rowId) => heard.push(rowId))
    announcer.tell("row-1")
    channel.dispatchEvent(new MessageEvent("message", { data: "row-2" }))
    channel.dispatchEvent(new MessageEvent("message", { data: { not: "ours" } }))
    stop()
    channel.dispatchEvent(new MessageEvent("message", { data: "row-3" }))
    expect([posted, heard]).toEqual([["row-1"], ["row-2"]])
    broadcastAnnouncer(undefined).tell("row-1")
  })

  it("hear nothing any more when they stopped listening", async () => {
    const { outbox } = outboxWith()
    const shown: string[] = []
    outbox.onChange(({ rowId }) => shown.push(rowId))()
    await outbox.seal(requestOf())
    expect(shown).toEqual([])
  })
})

describe("the next timed attempt", () => {
  it("is that of the first row to come, and none when nothing waits", async () => {
    const { outbox, cared } = outboxWith({
      putEntry: scripted(unreachable, refused("round-closed")).putEntry,
    })
    const care = await cared()
    expect(await care.nextAttemptAt()).toBeNull()
    await outbox.seal(requestOf())
    expect(await care.nextAttemptAt()).toBe(start)
    await outbox.deliver()
    expect(await care.nextAttemptAt()).toBe(start + 1000)
    await outbox.deliver({ force: true })
    expect(await care.nextAttemptAt()).toBeNull()
  })

  it("is now when the phone's clock was set back since the last one, not when that clock comes round again", async () => {
    const { outbox, cared, time } = outboxWith()
    await outbox.seal(requestOf())
    await outbox.deliver()
    time.set(start - 299_000)
    expect(await (await cared()).nextAttemptAt()).toBe(start - 299_000)
  })
})

describe("answering again after a refusal", () => {
  it.each([
    ["paper-stale", 2],
    ["invalid-entry", 2],
    ["not-eligible", 2],
    ["round-closed", 1],
  ] as const)("%s leaves %d rows after sealing again", async (code, count) => {
    const { outbox } = outboxWith({ putEntry: scripted(refused(code)).putEntry })
    await outbox.seal(requestOf())
    await outbox.deliver()
    await outbox.seal(requestOf())
    expect(await outbox.rowsOf("person-a")).toHaveLength(count)
  })
})

describe("what is kept, and for how long", () => {
  const published = { contest: "hue-s-2024", round: 1, publishedAt: start }

  it.each(rowStates)("%s rows go 30 days after the results only if delivered", (state) => {
    expect(mayGo({ ...row, state }, published, start + 30 * days)).toBe(state === "received")
    expect(mayGo({ ...row, state }, published, start + 30 * days - 1)).toBe(false)
    expect(mayGo({ ...row, state }, { ...published, round: 2 }, start + 31 * days)).toBe(false)
  })

  it.each([
    ["30 days after the results", start + 30 * days, "2024-10-29T02:00:00.000Z", 0],
    ["a second before that", start + 30 * days - 1000, "2024-10-29T02:00:00.000Z", 1],
    ["while no answer told the service's time", null, "2024-10-29T02:00:00.000Z", 1],
    ["before any results", start + 300 * days, undefined, 1],
  ])("%s, as the contest's description has it", async (_, serviceNow, publishedAt, left) => {
    const { outbox, cared } = outboxWith({ putEntry: scripted(delivered(own)).putEntry })
    await outbox.seal(requestOf())
    await outbox.deliver()
    const round = { number: 1, closesAt: "2024-11-03T17:00:00Z", publishedAt }
    await (await cared()).learnRounds("hue-s-2024", [round], serviceNow)
    const rows = await outbox.rowsOf("person-a")
    expect(rows).toHaveLength(left)
    for (const { closesAt } of rows) expect(closesAt).toBe(Date.parse(round.closesAt))
  })

  it("deletes both copies of a delivered row and nothing else", async () => {
    const storage = fakeStorage()
    const { outbox, cared } = outboxWith({
      mirrors: [localMirror(() => storage)],
      putEntry: scripted(delivered(own), unreachable).putEntry,
    })
    const care = await cared()
    await outbox.seal(requestOf())
    await outbox.seal(requestOf("person-b"))
    await outbox.deliver()
    await care.forgetDelivered(published, start + 30 * days)
    expect(await outbox.rowsOf("person-a")).toEqual([])
    expect(await outbox.rowsOf("person-b")).toHaveLength(1)
    expect(storage.length).toBe(1)
  })
})
