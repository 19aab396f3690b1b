import type { SeededRandom } from "../../../src/service/demo/seededRandom.ts"

/**
 * How the script of the outbox's care comes to a page: after so many milliseconds, infinitely many where the network
 * never gives it, and only after so many loads that failed.
 */
export type Arrival = { afterMs: number; failures: number }

/** How often it comes late or not at all, as the run counts it. */
export const arrivalKinds = ["care late", "care failed once", "care never came"] as const

/** The next page's arrival: half of them have it at once. Without faults it comes, if a few seconds late at times. */
export function drawArrival(random: SeededRandom, isFaulty: boolean, count: (kind: string) => void): Arrival {
  const kind = [null, null, ...arrivalKinds][random.below(5)] ?? null
  if (kind === null || (!isFaulty && kind !== "care late")) return { afterMs: 0, failures: 0 }
  if (isFaulty) count(kind)
  if (kind === "care late") return { afterMs: 1 + random.below(isFaulty ? 30_000 : 5000), failures: 0 }
  if (kind === "care failed once") return { afterMs: 0, failures: 1 }
  // Refused at every change, or never an answer.
  return random.below(2) === 0
    ? { afterMs: 0, failures: Number.POSITIVE_INFINITY }
    : { afterMs: Number.POSITIVE_INFINITY, failures: 0 }
}
