import type { Instant } from "../contest/vocabulary.ts"

/** The service's one clock: deadlines, receipts, tokens and the Date header all read it. */
export type Clock = () => Instant

/** The machine's clock. */
export const systemClock: Clock = () => Date.now()

/** An instant on the wire, in milliseconds and Z. */
export function toIso(instant: Instant): string {
  return new Date(instant).toISOString()
}
