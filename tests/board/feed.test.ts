import { signal } from "@preact/signals"
import { describe, expect, it } from "vitest"
import { createCycle, turnByKey } from "../../src/board/cycle.ts"
import { createFeed, retryMs } from "../../src/board/feed.ts"

/** A timer that waits for the test: `ring` lets the newest alarm go off. */
function handTimer() {
  const alarms: { ms: number; action: () => void }[] = []
  return {
    after(ms: number, action: () => void) {
      const alarm = { ms, action }
      alarms.push(alarm)
      return () => void alarms.splice(alarms.indexOf(alarm), 1)
    },
    waiting: () => alarms.map(({ ms }) => ms),
    ring: () => alarms.shift()?.action(),
  }
}
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe("the board's data", () => {
  function feedOf(answers: (string | Error)[]) {
    const timer = handTimer()
    let asked = 0
    const feed = createFeed(
      async () => {
        const answer = answers[Math.min(asked++, answers.length - 1)]
        if (answer instanceof Error) throw answer
        return answer as string
      },
      timer.after,
      120_000,
    )
    return { feed, timer, asked: () => asked }
  }

  it("are renewed now and then", async () => {
    const { feed, timer } = feedOf(["first", "second"])
    expect(feed.state.value).toBe("loading")
    await feed.refresh()
    expect([feed.data.value, feed.state.value, timer.waiting()]).toEqual(["first", "fresh", [120_000]])
    timer.ring()
    await settle()
    expect(feed.data.value).toBe("second")
  })
  it("stay when the network is lost, and are called old until it is back", async () => {
    const { feed, timer } = feedOf(["known", new Error("offline"), "new"])
    await feed.refresh()
    timer.ring()
    await settle()
    expect([feed.data.value, feed.state.value]).toEqual(["known", "lost"])
    expect(timer.waiting()).toEqual([retryMs])
    timer.ring()
    await settle()
    expect([feed.data.value, feed.state.value]).toEqual(["new", "fresh"])
  })
  it("are asked for once at a time, and leave one alarm behind", async () => {
    const { feed, timer, asked } = feedOf(["same"])
    await Promise.all([feed.refresh(), feed.refresh()])
    await feed.refresh()
    expect(asked()).toBe(2)
    expect(timer.waiting()).toEqual([120_000])
  })
})

describe("the pages of the notice screen", () => {
  function cycleOf(pages: number) {
    const timer = handTimer()
    const count = signal(pages)
    return { timer, count, cycle: createCycle(count, timer.after, 20_000) }
  }

  it("turn by themselves, and begin again after the last", () => {
    const { timer, cycle } = cycleOf(3)
    const seen = [cycle.index.value]
    for (let turn = 0; turn < 3; turn++) {
      timer.ring()
      seen.push(cycle.index.value)
    }
    expect(seen).toEqual([0, 1, 2, 0])
  })
  it("stand still while paused, yet can be turned by hand", () => {
    const { timer, cycle } = cycleOf(3)
    cycle.togglePause()
    expect(timer.waiting()).toEqual([])
    cycle.next()
    cycle.next()
    cycle.next()
    cycle.previous()
    expect([cycle.index.value, timer.waiting()]).toEqual([2, []])
    cycle.togglePause()
    expect(timer.waiting()).toEqual([20_000])
  })
  it("give a page that was turned by hand its full time", () => {
    const { timer, cycle } = cycleOf(3)
    cycle.next()
    expect(timer.waiting()).toEqual([20_000])
  })
  it("do not end in nothing when there are fewer of them", () => {
    const { count, cycle } = cycleOf(5)
    cycle.previous()
    expect(cycle.index.value).toBe(4)
    count.value = 2
    expect(cycle.index.value).toBeLessThan(2)
    count.value = 0
    expect(cycle.index.value).toBe(0)
  })
  it.each([
    ["ArrowRight", 1, false],
    ["PageDown", 1, false],
    ["ArrowLeft", 2, false],
    ["PageUp", 2, false],
    [" ", 0, true],
  ])("listen to the key %j", (key, index, isPaused) => {
    const { cycle } = cycleOf(3)
    expect(turnByKey(cycle, key, false)).toBe(true)
    expect([cycle.index.value, cycle.isPaused.value]).toEqual([index, isPaused])
  })
  it("leave other keys alone", () => {
    expect(turnByKey(cycleOf(3).cycle, "Tab", false)).toBe(false)
  })
  it("leave the space bar to a button that has the focus", () => {
    const { cycle } = cycleOf(3)
    expect([turnByKey(cycle, " ", true), cycle.isPaused.value]).toEqual([false, false])
  })
})
