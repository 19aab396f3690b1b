import { describe, expect, it } from "vitest"
import type { Direction, Frame } from "../../src/bridge/hostKit/tap.ts"
import { faultInjector } from "../../src/host/faults/faultInjector.ts"
import { parseFaults } from "../../src/host/faults/parseFaults.ts"
import { seededRandom } from "../../src/host/faults/seededRandom.ts"
import { fakeClock } from "../bridge/support/fakeClock.ts"

const hello = { jsonrpc: "2.0", id: "a-1", method: "bridge.hello", params: {} }
const helloReply = { jsonrpc: "2.0", id: "a-1", result: { version: 1 } }

function start(text: string, seed = 1) {
  const parsed = parseFaults(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.mistakes))
  const clock = fakeClock()
  const passed: [Direction, unknown][] = []
  const gone: boolean[] = []
  const struck: string[] = []
  const intercept = faultInjector({
    rules: parsed.faults.rules,
    random: seededRandom(seed),
    after: (ms, run) => void clock.setTimeout(run, ms),
    struck: ({ source }) => struck.push(source),
    gone: (is) => gone.push(is),
  })
  const wire = {
    toHost: (data: unknown) => void passed.push(["toHost", data]),
    toApp: (data: unknown) => void passed.push(["toApp", data]),
  }
  const send = (direction: Direction, kind: Frame["kind"], method: string, nth = 1, data: unknown = method) =>
    intercept({ direction, kind, method, nth, data }, wire)
  return { send, passed, clock, gone, struck }
}

describe("a host broken by rules", () => {
  it("passes everything on where no rule is for it", () => {
    const { send, passed, struck } = start("identity.get#2=never")
    send("toHost", "request", "identity.get")
    send("toApp", "reply", "identity.get")
    send("toHost", "request", "identity.get", 2)
    send("toApp", "notice", "host.context")
    expect(passed.map(([way]) => way)).toEqual(["toHost", "toApp", "toHost", "toApp"])
    expect(struck).toEqual([])
  })

  it("answers with an error in the host's place, which never hears of the call", () => {
    const { send, passed } = start("bridge.hello=1101")
    send("toHost", "request", "bridge.hello", 1, hello)
    expect(passed).toEqual([
      [
        "toApp",
        expect.objectContaining({
          id: "a-1",
          error: expect.objectContaining({
            code: 1101,
            data: { reason: "VERSION_MISMATCH", retryable: false },
          }),
        }),
      ],
    ])
  })

  it("strikes the answer, not the call: the host has done what it was asked", () => {
    const { send, passed } = start("bridge.hello#1=never")
    send("toHost", "request", "bridge.hello", 1, hello)
    send("toApp", "reply", "bridge.hello", 1, helloReply)
    send("toApp", "reply", "bridge.hello", 2, helloReply)
    expect(passed).toEqual([
      ["toHost", hello],
      ["toApp", helloReply],
    ])
  })

  it("delivers late, within the range, and twice", () => {
    const late = start("bridge.hello=late:3000")
    late.send("toApp", "reply", "bridge.hello", 1, helloReply)
    late.clock.advance(2999)
    expect(late.passed).toEqual([])
    late.clock.advance(1)
    expect(late.passed).toHaveLength(1)
    const twice = start("host.context=twice")
    twice.send("toApp", "notice", "host.context")
    expect(twice.passed).toHaveLength(2)
  })

  it("lets a message be overtaken by the next of its direction, or waits a second", () => {
    const { send, passed, clock } = start("host.identity=reordered")
    send("toApp", "notice", "host.identity")
    send("toHost", "notice", "bridge.ready")
    send("toApp", "notice", "host.context")
    send("toApp", "notice", "host.identity", 2)
    clock.advance(999)
    expect(passed.map(([, data]) => data)).toEqual(["bridge.ready", "host.context", "host.identity"])
    clock.advance(1)
    expect(passed).toHaveLength(4)
  })

  it("cuts a message in half, or makes its result null", () => {
    const cut = start("bridge.hello=malformed")
    cut.send("toApp", "reply", "bridge.hello", 1, JSON.stringify(helloReply))
    expect(() => JSON.parse(String(cut.passed[0]?.[1]))).toThrow(SyntaxError)
    const nothing = start("bridge.hello=null")
    nothing.send("toApp", "reply", "bridge.hello", 1, helloReply)
    expect(nothing.passed).toEqual([["toApp", { jsonrpc: "2.0", id: "a-1", result: null }]])
  })

  it("goes silent both ways when the handler turns null, until it is back", () => {
    const { send, passed, clock, gone } = start("identity.get=gone:2000")
    send("toHost", "request", "identity.get")
    send("toApp", "notice", "host.context")
    send("toHost", "request", "bridge.echo")
    expect(passed).toEqual([])
    clock.advance(2000)
    send("toHost", "request", "bridge.echo")
    expect(passed).toEqual([["toHost", "bridge.echo"]])
    expect(gone).toEqual([true, false])
  })

  it("strikes the same messages again with the same seed", () => {
    const strikes = (seed: number) => {
      const { send, passed } = start("host.context~0.5=never", seed)
      for (let nth = 1; nth <= 40; nth++) send("toApp", "notice", "host.context", nth, nth)
      return passed.map(([, data]) => data)
    }
    expect(strikes(7)).toEqual(strikes(7))
    expect(strikes(7)).not.toEqual(strikes(8))
    expect(strikes(7).length).toBeGreaterThan(8)
    expect(strikes(7).length).toBeLessThan(32)
  })
})
