import type { Arrival, Instant, RoundPhase } from "./vocabulary.ts"

/** The window of a round: half-open, [opensAt, closesAt). */
export type Window = { readonly opensAt: Instant; readonly closesAt: Instant }

const minuteMs = 60_000
const dayMs = 86_400_000

/** How long after close and grace a ticket still delivers a queued entry, and reads its receipt. */
export const ticketAfterlifeDays = 14

/** Where a round stands at `now` by its window alone; whether it is published is the organiser's act, not the clock's. */
export function phaseAt(window: Window, now: Instant): Exclude<RoundPhase, "published"> {
  if (now < window.opensAt) return "upcoming"
  return now < window.closesAt ? "open" : "closed"
}

/** The instant from which nothing is accepted any more: close plus `graceMinutes` (0..720). */
export function graceEndsAt(window: Window, graceMinutes: number): Instant {
  return window.closesAt + graceMinutes * minuteMs
}

/** The instant from which a ticket of this round is worthless. */
export function ticketExpiresAt(window: Window, graceMinutes: number): Instant {
  return graceEndsAt(window, graceMinutes) + ticketAfterlifeDays * dayMs
}

/**
 * Judges when an entry arrived. `receivedAt` is the service's time at the body's last byte; the phone's time has no say.
 * An entry is late when it comes within `graceMinutes` after close, and only if its ticket was issued before close:
 * the grace is for a bad network, not for starting after the end.
 */
export function arrivalOf(
  window: Window,
  graceMinutes: number,
  times: { receivedAt: Instant; ticketIssuedAt: Instant },
): Arrival {
  const { receivedAt, ticketIssuedAt } = times
  if (receivedAt < window.opensAt) return "early"
  if (receivedAt < window.closesAt) return "on-time"
  const withinGrace = receivedAt < graceEndsAt(window, graceMinutes)
  return withinGrace && ticketIssuedAt < window.closesAt ? "late" : "too-late"
}
