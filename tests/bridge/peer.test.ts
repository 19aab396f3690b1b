import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { visibleTimers } from "../../src/bridge/clock.ts"
import { type BridgeLogLine, noteTaker } from "../../src/bridge/log.ts"
import { createPeer, type PeerOptions } from "../../src/bridge/peer.ts"
import { fakeClock } from "./support/fakeClock.ts"
import { quiet } from "./support/surroundings.ts"
import { errorFor, resultFor, testWire } from "./support/wire.ts"

function open(over: Partial<PeerOptions> = {}) {
  const clock = fakeClock()
  const timers = visibleTimers(clock)
  const wire = testWire()
  const log: BridgeLogLine[] = []
  const peer = createPeer({
    transport: wire,
    session: "s",
    timers,
    note: noteTaker(clock.now, (line) => log.push(line)),
    onRequest: () => undefined,
    onNotice: () => false,
    onReachable: () => {},
    ...over,
  })
  return { clock, timers, wire, peer, notes: () => log.map(({ note }) => note) }
}

const brief = [3000] as const
const long = [300_000, 30_000] as const

describe("an answer", () => {
  it.each([null, false, 0, "", [], {}])("may be %j", async (value) => {
    const { peer, wire } = open()
    const asked = peer.call("m", {}, brief)
    wire.arrive(resultFor("s-1", value))
    expect(await asked).toEqual({ ok: true, value })
  })

  it.each([
    [1000, undefined, "USER_CANCELLED", 1000, false],
    [1202, undefined, "RATE_LIMITED", 1202, true],
    [1202, { retryable: false }, "RATE_LIMITED", 1202, false],
    [1300, undefined, "HOST_FAULT", 1300, true],
    [-32601, undefined, "HOST_FAULT", -32601, false],
    [1999, { reason: "USER_CANCELLED", retryable: true }, "HOST_FAULT", 1999, true],
  ])("with code %i is read by that code alone", async (code, data, reason, wireCode, retryable) => {
    const { peer, wire } = open()
    const asked = peer.call("m", {}, brief)
    wire.arrive(errorFor("s-1", code, data))
    expect(await asked).toEqual({ ok: false, error: { reason, code: wireCode, message: reason, retryable } })
  })

  it("goes to the call it belongs to, in whatever order they come", async () => {
    const { peer, wire } = open()
    const both = [peer.call("m", {}, brief), peer.call("m", {}, brief)]
    wire.arrive(resultFor("s-2", "second"))
    wire.arrive(resultFor("s-1", "first"))
    expect(await Promise.all(both)).toEqual([
      { ok: true, value: "first" },
      { ok: true, value: "second" },
    ])
  })

  it("counts once; doubled, late and foreign ones are logged", async () => {
    const { peer, wire, clock, notes } = open()
    const asked = peer.call("m", {}, brief)
    const late = peer.call("m", {}, brief)
    wire.arrive(resultFor("s-1", 1))
    wire.arrive(resultFor("s-1", 2))
    clock.advance(3000)
    wire.arrive(resultFor("s-2", 3))
    wire.arrive(resultFor("an-earlier-page-1", 4))
    expect(await asked).toEqual({ ok: true, value: 1 })
    expect(await late).toMatchObject({ error: { reason: "TIMEOUT" } })
    expect(notes().filter((note) => note === "late")).toHaveLength(3)
  })

  it("that comes within a native call that then throws is the one that counts", async () => {
    const { peer, wire, notes } = open()
    wire.onPost = () => {
      wire.arrive(resultFor("s-1", "in time"))
      throw new Error("gone")
    }
    expect(await peer.call("m", {}, brief)).toEqual({ ok: true, value: "in time" })
    expect(notes()).toEqual(["sent", "received"])
  })

  it("may be what the native call gives, or promises", async () => {
    const { peer, wire } = open()
    wire.onPost = () => Promise.resolve(resultFor("s-1", "promised"))
    expect(await peer.call("m", {}, brief)).toEqual({ ok: true, value: "promised" })
    wire.onPost = () => resultFor("s-2", "given")
    expect(await peer.call("m", {}, brief)).toEqual({ ok: true, value: "given" })
    wire.onPost = () => Promise.reject(new Error("native"))
    expect(await peer.call("m", {}, brief)).toMatchObject({ error: { reason: "HOST_FAULT" } })
    wire.onPost = () => {
      throw new Error("gone")
    }
    expect(await peer.call("m", {}, brief)).toMatchObject({ error: { reason: "HOST_GONE" } })
  })
})

describe("time", () => {
  it("runs out at the limit, and not before", async () => {
    const { peer, clock } = open()
    let settled = false
    const asked = peer.call("m", {}, brief).finally(() => {
      settled = true
    })
    clock.advance(2999)
    await quiet()
    expect(settled).toBe(false)
    clock.advance(1)
    expect(await asked).toMatchObject({ error: { reason: "TIMEOUT", code: 1200, retryable: true } })
    expect(clock.waiting()).toBe(0)
  })

  it("stands still while nobody sees the page", async () => {
    const { peer, clock, timers, wire } = open()
    const asked = peer.call("m", {}, brief)
    const cut = peer.call("m", {}, brief)
    clock.advance(2000)
    timers.hide(true)
    clock.advance(600_000)
    timers.hide(false)
    clock.advance(999)
    wire.arrive(resultFor("s-1", "in time"))
    clock.advance(1)
    expect(await asked).toEqual({ ok: true, value: "in time" })
    expect(await cut).toMatchObject({ error: { reason: "TIMEOUT" } })
  })

  it("of a call made while hidden starts when the page is seen", async () => {
    const { peer, clock, timers } = open()
    timers.hide(true)
    const asked = peer.call("m", {}, brief)
    clock.advance(10_000)
    expect(clock.waiting()).toBe(0)
    timers.hide(false)
    clock.advance(3000)
    expect(await asked).toMatchObject({ error: { reason: "TIMEOUT" } })
  })

  it("goes on with every sign of progress, for five minutes in all", async () => {
    const { peer, clock, wire } = open()
    const progress = (id: string) => wire.arrive({ jsonrpc: "2.0", method: "$/progress", params: { id } })
    const lively = peer.call("m", {}, long).then((answer) => [clock.now(), answer.ok])
    const silent = peer.call("m", {}, long).then((answer) => [clock.now(), answer.ok])
    for (let second = 0; second < 310; second += 10) {
      clock.advance(10_000)
      await quiet()
      progress("s-1")
    }
    expect(await silent).toEqual([30_000, false])
    expect(await lively).toEqual([300_000, false])
  })
})

describe("what arrives", () => {
  it.each([
    "",
    "null",
    "[]",
    "{",
    '"text"',
    '{"id":"s-1","result":1}',
    '{"jsonrpc":"1.0","id":"s-1","result":1}',
    '{"jsonrpc":"2.0","id":"s-1"}',
    '{"jsonrpc":"2.0","id":"s-1","result":1,"error":{"code":1}}',
    '{"jsonrpc":"2.0","id":"s-1","error":{"code":"1"}}',
    '{"jsonrpc":"2.0","id":"s-1","error":null}',
    '{"jsonrpc":"2.0","id":null,"result":1}',
    '{"jsonrpc":"2.0","id":"s-1","method":1,"result":1}',
    '[{"jsonrpc":"2.0","id":"s-1","result":1}]',
    JSON.stringify({ jsonrpc: "2.0", id: "s-1", result: "x".repeat(65_536) }),
    7,
    true,
    () => {},
    new Map(),
    10n,
  ])("malformed is dropped and logged (%#)", async (data) => {
    const { peer, wire, notes } = open()
    const asked = peer.call("m", {}, brief)
    wire.arrive(data)
    expect(notes()).toContain("malformed")
    wire.arrive(resultFor("s-1", "the real one"))
    expect(await asked).toEqual({ ok: true, value: "the real one" })
  })

  it("with unknown members is read all the same", async () => {
    const { peer, wire } = open()
    const asked = peer.call("m", {}, brief)
    wire.arrive({ jsonrpc: "2.0", id: "s-1", result: 1, trace: "x" })
    expect(await asked).toEqual({ ok: true, value: 1 })
  })

  it("as a request is answered once, even when it is delivered twice", async () => {
    let done = 0
    const { wire, notes } = open({ onRequest: () => ({ ok: true, value: ++done }) })
    const request = { jsonrpc: "2.0", id: 7, method: "app.back" }
    wire.arrive(request)
    wire.arrive(request)
    await quiet()
    expect(wire.sent).toEqual([{ jsonrpc: "2.0", id: 7, result: 1 }])
    expect(notes()).toContain("doubled")
  })

  it("as an unknown method gets -32601, as an unknown notification nothing", async () => {
    const { wire } = open()
    wire.arrive({ jsonrpc: "2.0", id: "h-1", method: "__proto__" })
    wire.arrive({ jsonrpc: "2.0", method: "constructor" })
    await quiet()
    expect(wire.sent).toMatchObject([{ id: "h-1", error: { code: -32601 } }])
  })

  it("may make a handler throw: the other side hears HOST_FAULT, or TOO_LARGE for an answer over 64 KiB", async () => {
    const { wire } = open({
      onRequest(method) {
        if (method === "throws") throw new Error("secret")
        return { ok: true, value: "x".repeat(65_536) }
      },
    })
    wire.arrive({ jsonrpc: "2.0", id: 1, method: "throws" })
    wire.arrive({ jsonrpc: "2.0", id: 2, method: "large" })
    await quiet()
    expect(wire.sent).toMatchObject([
      { id: 1, error: { code: 1300 } },
      { id: 2, error: { code: 1203 } },
    ])
    expect(JSON.stringify(wire.sent)).not.toContain("secret")
  })
})

it("settles every call exactly once, whatever happens in whatever order", async () => {
  const event = fc.oneof(
    fc.record({ do: fc.constant("call" as const), idle: fc.boolean() }),
    fc.record({ do: fc.constantFrom("result", "error", "progress"), call: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ do: fc.constant("advance" as const), ms: fc.constantFrom(1, 1500, 3000, 30_000, 300_000) }),
    fc.record({ do: fc.constant("hide" as const), hidden: fc.boolean() }),
    fc.record({ do: fc.constantFrom("break", "mend", "reject", "close") }),
    fc.record({ do: fc.constant("junk" as const), data: fc.jsonValue() }),
  )
  const claim = fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
    const { peer, wire, clock, timers } = open()
    const settled: number[] = []
    for (const happening of events) {
      if ("idle" in happening) {
        const index = settled.push(0) - 1
        const asked = peer.call("m", {}, happening.idle ? long : brief)
        void asked.then(() => {
          settled[index] = (settled[index] ?? 0) + 1
        })
      } else if ("call" in happening) {
        const id = `s-${happening.call}`
        if (happening.do === "result") wire.arrive(resultFor(id, 1))
        else if (happening.do === "error") wire.arrive(errorFor(id, 1001))
        else wire.arrive({ jsonrpc: "2.0", method: "$/progress", params: { id } })
      } else if ("ms" in happening) clock.advance(happening.ms)
      else if ("hidden" in happening) timers.hide(happening.hidden)
      else if ("data" in happening) wire.arrive(happening.data)
      else if (happening.do === "close") peer.close()
      else if (happening.do === "reject") wire.onPost = () => Promise.reject(new Error("native"))
      else if (happening.do === "mend") wire.onPost = undefined
      else
        wire.onPost = () => {
          throw new Error("gone")
        }
    }
    timers.hide(false)
    clock.advance(300_000)
    await Promise.resolve()
    await quiet()
    expect(settled).toEqual(settled.map(() => 1))
    expect(clock.waiting()).toBe(0)
  })
  await fc.assert(claim, { numRuns: 300 })
})
