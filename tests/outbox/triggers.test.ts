import { describe, expect, it } from "vitest"
import type { Row } from "../../src/outbox/row.ts"
import { startTriggers } from "../../src/outbox/triggers.ts"
import { fakeTime } from "./fakeTime.ts"
import { rowOf, start } from "./fixtures.ts"

const row = await rowOf()

/** A page and an outbox that counts how often it is told to deliver. */
function started(options: { nextAttemptAt?: number; fails?: boolean; worker?: boolean } = {}) {
  const time = fakeTime(start)
  const document = Object.assign(new EventTarget(), { visibilityState: "visible" as DocumentVisibilityState })
  // Android WebView: the method is there, and rejects.
  const sync = { register: () => Promise.reject(new DOMException("denied", "NotAllowedError")) }
  const serviceWorker = { ready: Promise.resolve({ sync }), controller: null }
  const navigator = options.worker ? { serviceWorker } : {}
  const page = Object.assign(new EventTarget(), { document, navigator })
  const state = { deliveries: 0, nextAttemptAt: options.nextAttemptAt ?? (null as number | null) }
  let tellChange: (row: Row) => void = () => {}
  let resume = () => {}
  const stop = startTriggers({
    outbox: {
      async deliver() {
        state.deliveries += 1
        if (options.fails === true) throw new Error("the store failed")
      },
      onChange(listener) {
        tellChange = listener
        return () => {
          tellChange = () => {}
        }
      },
    },
    nextAttemptAt: async () => state.nextAttemptAt,
    page,
    onHostResume(resumed) {
      resume = resumed
      return () => {
        resume = () => {}
      }
    },
    now: time.now,
    after: time.after,
  })
  const show = (visibilityState: DocumentVisibilityState) => {
    document.visibilityState = visibilityState
    document.dispatchEvent(new Event("visibilitychange"))
  }
  return {
    state,
    time,
    page,
    show,
    stop,
    change: (changed: Row) => tellChange(changed),
    resume: () => resume(),
  }
}

describe("the page delivers", () => {
  it("at its start", async () => {
    const { state, time } = started()
    await time.pass(0)
    expect(state.deliveries).toBe(1)
  })

  it.each<[string, (page: ReturnType<typeof started>) => void]>([
    ["when it is seen again", ({ show }) => show("visible")],
    ["when it comes back from the cache", ({ page }) => page.dispatchEvent(new Event("pageshow"))],
    ["when the network does", ({ page }) => page.dispatchEvent(new Event("online"))],
    ["when the host shows it again", ({ resume }) => resume()],
  ])("%s, and no longer when it was stopped", async (_, happen) => {
    const page = started()
    happen(page)
    await page.time.pass(0)
    expect(page.state.deliveries).toBe(2)
    page.stop()
    happen(page)
    await page.time.pass(0)
    expect(page.state.deliveries).toBe(2)
  })

  it("beside a worker too, however much that promises", async () => {
    const { state, time, page, show } = started({ worker: true })
    await time.pass(0)
    page.dispatchEvent(new Event("online"))
    show("visible")
    await time.pass(0)
    expect(state.deliveries).toBe(3)
  })

  it("where asking for the worker is forbidden, too", async () => {
    const { state, time } = started()
    await time.pass(0)
    const document = Object.assign(new EventTarget(), { visibilityState: "visible" as const })
    const navigator = {
      get serviceWorker(): never {
        throw new DOMException("The document is sandboxed.", "SecurityError")
      },
    }
    const sandboxed = Object.assign(new EventTarget(), { document, navigator })
    startTriggers({
      outbox: {
        async deliver() {
          state.deliveries += 1
        },
        onChange: () => () => {},
      },
      nextAttemptAt: async () => null,
      page: sandboxed,
      now: time.now,
      after: time.after,
    })
    await time.pass(0)
    expect(state.deliveries).toBe(2)
  })

  it("when a back-off ends, while it is visible", async () => {
    const { state, time, show } = started({ nextAttemptAt: start + 8000 })
    await time.pass(7999)
    expect(state.deliveries).toBe(1)
    state.nextAttemptAt = start + 60_000
    await time.pass(1)
    expect(state.deliveries).toBe(2)
    show("hidden")
    await time.pass(120_000)
    expect(state.deliveries).toBe(2)
    expect(time.waiting()).toBe(0)
    show("visible")
    await time.pass(0)
    expect(state.deliveries).toBe(3)
  })

  it("not in a storm when the store keeps nothing", async () => {
    const { state, time } = started({ nextAttemptAt: start, fails: true })
    await time.pass(10_500)
    expect(state.deliveries).toBe(11)
  })

  it("after five minutes at the latest, should the phone's clock be set meanwhile", async () => {
    const { state, time } = started({ nextAttemptAt: start + 86_400_000 })
    await time.pass(299_999)
    expect(state.deliveries).toBe(1)
    await time.pass(1)
    expect(state.deliveries).toBe(2)
  })

  it("when another attempt's outcome moved the time", async () => {
    const { state, time, change } = started()
    await time.pass(0)
    state.nextAttemptAt = start + 4000
    change({ ...row, attempts: 1 })
    await time.pass(4000)
    expect(state.deliveries).toBe(2)
  })
})
