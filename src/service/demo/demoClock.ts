import type { Instant } from "../../contest/vocabulary.ts"
import type { Clock } from "../clock.ts"

/** A clock that can be set to any instant and ticks on from there. */
export type DemoClock = { now: Clock; set: (instant: Instant | null) => void }

/** `realTime` drives it; `start` is what it shows first. `set(null)`: real time. */
export function demoClock(realTime: Clock, start: Instant): DemoClock {
  let offset = start - realTime()
  return {
    now: () => realTime() + offset,
    set: (instant) => {
      offset = instant === null ? 0 : instant - realTime()
    },
  }
}
