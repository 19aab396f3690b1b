import type { Row } from "./row.ts"

const firstMs = 2000
const longestMs = 5 * 60_000
const lastMinutesMs = 10 * 60_000
const longestInLastMinutesMs = 30_000
/** A Retry-After beyond this is taken for this: a mistaken header must not silence a phone for days. */
const longestFloorMs = 60 * 60_000

/** No attempt is ever put off further than this. */
export const longestWaitMs = longestFloorMs + longestMs

/**
 * How long to wait after a failed attempt, in milliseconds: full jitter, random(0, min(5 min, 2 s · 2ⁿ)), where n is
 * how many attempts failed before; at most 30 s in the last ten minutes before the round closes, where that is known.
 * Retry-After is a floor: the jitter comes on top of it, or all phones refused together would come back together.
 * `random` gives 0 ≤ x < 1.
 */
export function backoffMs(
  attemptsBefore: number,
  random: () => number,
  { untilCloseMs = Number.POSITIVE_INFINITY, retryAfterSeconds = 0 },
): number {
  const isLate = untilCloseMs > 0 && untilCloseMs <= lastMinutesMs
  const most = Math.min(isLate ? longestInLastMinutesMs : longestMs, firstMs * 2 ** attemptsBefore)
  return Math.min(retryAfterSeconds * 1000, longestFloorMs) + Math.floor(random() * most)
}

/**
 * Whether a row is to be sent now: queued, with a ticket, and its wait over. A first attempt and one by the button
 * (`force`) wait for nothing. `now`: phone clock; one that shows less than at the last attempt, or a wait longer than any
 * we set, means that it was set back.
 */
export function isDue(row: Row, now: number, force: boolean): boolean {
  if (row.state !== "queued" || row.ticket === null) return false
  const waitMs = row.nextAttemptAt - now
  const isSetBack = now < (row.triedAt ?? now) || waitMs > longestWaitMs
  return force || row.attempts === 0 || waitMs <= 0 || isSetBack
}
