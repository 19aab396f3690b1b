import type { After } from "../../../src/outbox/timer.ts"

type Timer = { at: number; order: number; action: () => void }

/** The world's time, which only the simulation moves. Timers due together go off in the order they were set. */
export function worldClock(startAt: number) {
  let now = startAt
  let order = 0
  const timers = new Set<Timer>()
  const after: After = (ms, action) => {
    order += 1
    const timer = { at: now + Math.max(0, ms), order, action }
    timers.add(timer)
    return () => timers.delete(timer)
  }

  function next(end: number): Timer | null {
    let first: Timer | null = null
    for (const timer of timers)
      if (
        timer.at <= end &&
        (first === null || timer.at < first.at || (timer.at === first.at && timer.order < first.order))
      )
        first = timer
    return first
  }

  return {
    now: () => now,
    after,
    /** Forgets all timers and begins anew. */
    restart(at: number) {
      timers.clear()
      now = at
    },
    /** Lets `ms` pass: every timer goes off at its time, and what it started gets its turn. */
    async pass(ms: number) {
      const end = now + ms
      for (;;) {
        await quiet()
        const timer = next(end)
        if (timer === null) break
        timers.delete(timer)
        now = Math.max(now, timer.at)
        timer.action()
      }
      now = end
    },
    /** Time goes by while everything sleeps: what is due goes off on waking up. */
    sleep(ms: number) {
      now += ms
    },
  }
}

export type WorldClock = ReturnType<typeof worldClock>

/** Lets everything go on that waits for promises alone: nothing in the simulation waits for threads or the network. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
