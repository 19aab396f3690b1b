import type { BridgeClock } from "../../../src/bridge/clock.ts"

/** A clock that moves only when told. `advance` runs what falls due, in order. */
export type FakeClock = BridgeClock & { advance(ms: number): void; waiting(): number }

export function fakeClock(): FakeClock {
  let now = 0
  let last = 0
  const timers = new Map<number, { at: number; run: () => void }>()
  return {
    now: () => now,
    setTimeout(run, ms) {
      timers.set(++last, { at: now + Math.max(0, ms), run })
      return last
    },
    clearTimeout: (handle) => void timers.delete(handle as number),
    waiting: () => timers.size,
    advance(ms) {
      const end = now + ms
      for (;;) {
        const due = [...timers].filter(([, timer]) => timer.at <= end).sort(([, a], [, b]) => a.at - b.at)[0]
        if (!due) break
        timers.delete(due[0])
        now = Math.max(now, due[1].at)
        due[1].run()
      }
      now = end
    },
  }
}
