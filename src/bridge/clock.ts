/** The monotonic clock and timers of the surroundings, in milliseconds. They are called without `this`, as globals are. */
export type BridgeClock = {
  now(): number
  setTimeout(run: () => void, ms: number): unknown
  clearTimeout(handle: unknown): void
}

/** Timers whose time stands still while nobody can see the page. */
export type VisibleTimers = {
  /** Calls `run` once, after `ms` of visible time. Returns the function that calls it off. */
  after(ms: number, run: () => void): () => void
  /** Stops (`true`) or continues (`false`) the time of all timers. */
  hide(hidden: boolean): void
}

type Waiting = { left: number; since: number; handle: unknown; run: () => void }

/** Makes timers that only count visible time: the citizen may be away in VNeID for minutes. */
export function visibleTimers(clock: BridgeClock): VisibleTimers {
  const { now, setTimeout, clearTimeout } = clock
  const waiting = new Set<Waiting>()
  let isHidden = false

  const start = (timer: Waiting) => {
    timer.since = now()
    timer.handle = setTimeout(() => {
      waiting.delete(timer)
      timer.run()
    }, timer.left)
  }

  return {
    after(ms, run) {
      const timer: Waiting = { left: ms, since: 0, handle: undefined, run }
      waiting.add(timer)
      if (!isHidden) start(timer)
      return () => {
        waiting.delete(timer)
        clearTimeout(timer.handle)
      }
    },
    hide(hidden) {
      if (hidden === isHidden) return
      isHidden = hidden
      for (const timer of waiting) {
        if (!hidden) start(timer)
        else {
          clearTimeout(timer.handle)
          timer.left -= now() - timer.since
        }
      }
    },
  }
}
