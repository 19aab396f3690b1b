import type { After } from "../../src/outbox/timer.ts"

/** A phone's clock and timer that only a test moves. */
export function fakeTime(startAt: number) {
  let now = startAt
  let timers: { at: number; action: () => void }[] = []
  const after: After = (ms, action) => {
    const timer = { at: now + ms, action }
    timers.push(timer)
    return () => {
      timers = timers.filter((other) => other !== timer)
    }
  }

  return {
    now: () => now,
    after,
    set(instant: number) {
      now = instant
    },
    /** Lets `ms` pass: every timer goes off at its time, and what it started gets its turn. */
    async pass(ms: number) {
      const end = now + ms
      for (;;) {
        await settle()
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        timers = timers.filter((other) => other !== next)
        now = Math.max(now, next.at)
        next.action()
      }
      now = end
    },
    /** Lets time pass, a second at a go, until the work is done; gives its outcome. */
    async passUntil<T>(work: Promise<T>): Promise<T> {
      let isDone = false
      const done = () => {
        isDone = true
      }
      work.then(done, done)
      for (await settle(); !isDone; ) await this.pass(1000)
      return work
    },
    waiting: () => timers.length,
  }
}

/** Lets everything go on that waits for promises alone. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
