import { type ReadonlySignal, signal } from "@preact/signals-core"
import type { Instant } from "../../contest/vocabulary.ts"

/** The service's clock as far as the phone knows it. Decides what is shown, never what counts. */
export type ServiceClock = {
  /** Read again at every tick and every answer, for what changes with time. */
  now: ReadonlySignal<Instant>
  /** Service clock minus phone clock in milliseconds; null before any answer of the service. */
  offsetMs(): number | null
  /** The service's time, read now; null until a network answer has told it to this page: deleting waits for that. */
  heardNow(): Instant | null
  /** Takes the time of a network answer; null (not from the network) changes nothing. */
  learn(serviceTime: number | null): void
  tick(): void
}

/**
 * @param phoneNow monotonic milliseconds since 1970 (a phone's clock set forward while the page is open must not count)
 * @param lastOffsetMs what an earlier opening of the page learned, for a start without network
 */
export function createServiceClock(phoneNow: () => number, lastOffsetMs: number | null): ServiceClock {
  let offset = lastOffsetMs
  let hasHeard = false
  const read = () => phoneNow() + (offset ?? 0)
  const now = signal(read())
  const tick = () => {
    now.value = read()
  }
  return {
    now,
    offsetMs: () => offset,
    heardNow: () => (hasHeard ? read() : null),
    learn(serviceTime) {
      if (serviceTime === null) return
      hasHeard = true
      // Answers carry whole seconds: half of one is the fair guess.
      offset = Math.round(serviceTime + 500 - phoneNow())
      tick()
    },
    tick,
  }
}
