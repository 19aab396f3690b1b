import { describe, expect, it, vi } from "vitest"
import type { IdentityRequest } from "../../src/bridge/vocabulary.ts"
import { behaviourOf, switchAfterMs } from "../../src/host/persona/behaviours.ts"
import { identityDesk } from "../../src/host/persona/identityDesk.ts"
import { fakeClock } from "../bridge/support/fakeClock.ts"
import { quiet } from "../bridge/support/surroundings.ts"

const request: IdentityRequest = { audience: "hue-s-contest", scope: ["name"], interactive: false }
const interactive = { ...request, interactive: true }

function start(persona: string) {
  const clock = fakeClock()
  const progress = vi.fn()
  let agree: (agreed: boolean) => void = () => {}
  const desk = identityDesk({
    persona,
    behaviour: behaviourOf(persona),
    sign: async (citizen) => ({ token: `token of ${citizen}`, expiresAt: "2024-11-01T08:10:00.000Z" }),
    askConsent: () => new Promise((resolve) => (agree = resolve)),
    after(ms, run) {
      const timer = clock.setTimeout(run, ms)
      return () => clock.clearTimeout(timer)
    },
  })
  const told: string[] = []
  let epoch = desk.first.epoch
  desk.onChange((state) => {
    told.push(state)
    epoch += 1
    return { state, epoch }
  })
  return {
    desk,
    clock,
    told,
    progress,
    agree: (agreed: boolean) => agree(agreed),
    ask: async (asked = request) => desk.handler(asked, { progress }),
  }
}

describe("who is signed in", () => {
  it("gives a citizen of the service at once", async () => {
    const { desk, ask } = start("official")
    expect(desk.first).toEqual({ state: "in", epoch: 1 })
    expect(await ask()).toMatchObject({ ok: true, value: { token: "token of official", epoch: 1 } })
  })

  it("signs in on request, and only when it may show its sheet", async () => {
    const { desk, ask, agree, told } = start("signed-out")
    expect(desk.first.state).toBe("out")
    expect(await ask()).toMatchObject({ error: { reason: "NOT_SIGNED_IN" } })
    const refused = ask(interactive)
    agree(false)
    expect(await refused).toMatchObject({ error: { reason: "USER_CANCELLED" } })
    expect(told).toEqual([])
    const accepted = ask(interactive)
    agree(true)
    expect(await accepted).toMatchObject({ ok: true, value: { token: "token of vneid-2", epoch: 2 } })
    expect(told).toEqual(["in"])
    expect(await ask()).toMatchObject({ ok: true })
  })

  it("keeps an open sheet's call alive, and no longer", async () => {
    const { ask, agree, clock, progress } = start("signed-out")
    const answer = ask(interactive)
    clock.advance(60_000)
    expect(progress).toHaveBeenCalledTimes(7)
    agree(true)
    await answer
    clock.advance(60_000)
    expect(progress).toHaveBeenCalledTimes(7)
  })

  it("denies once", async () => {
    const { ask } = start("denies-once")
    expect(await ask(interactive)).toMatchObject({ error: { reason: "USER_DENIED" } })
    expect(await ask(interactive)).toMatchObject({ ok: true })
  })

  it("never finds the account verified enough", async () => {
    const { ask } = start("low-assurance")
    for (const asked of [request, interactive])
      expect(await ask(asked)).toMatchObject({ error: { reason: "ASSURANCE_TOO_LOW" } })
  })

  it("switches account in the middle of the quiz, once", async () => {
    const { desk, ask, clock, told } = start("switches")
    await ask()
    clock.advance(switchAfterMs - 1)
    expect(desk.citizen()).toBe("vneid-2")
    clock.advance(1)
    expect(told).toEqual(["in"])
    expect(await ask()).toMatchObject({ value: { token: "token of hue-s", epoch: 2 } })
    clock.advance(10 * switchAfterMs)
    expect(told).toEqual(["in"])
  })

  it("lets a tester sign somebody else in, or everybody out", async () => {
    const { desk, ask, told } = start("vneid-2")
    desk.change("hue-s")
    desk.change(null)
    await quiet()
    expect(told).toEqual(["in", "out"])
    expect(await ask()).toMatchObject({ error: { reason: "NOT_SIGNED_IN" } })
  })
})
