import { seededRandom } from "../../../src/service/demo/seededRandom.ts"
import { type Fault, faultKinds } from "./faultKinds.ts"

export type FaultPlan = {
  seed: number
  /** How many of a phone's requests meet a fault, 0..1. */
  rate: number
  /** What is slow takes up to this long, in milliseconds; a client gives up after 15 s. */
  longestMs: number
  longestRetryAfterSeconds: number
}

/**
 * The one place that decides which request meets which fault, for the simulation and for the real server alike. Every
 * phone has a sequence of its own, so that what happens to one does not depend on how quick the others are.
 */
export function decideFaults({ seed, rate, longestMs, longestRetryAfterSeconds }: FaultPlan) {
  const sequences = new Map<number, ReturnType<typeof seededRandom>>()
  /** The fate of the next request of a phone; null: none. */
  return (phone: number): Fault | null => {
    const random = sequences.get(phone) ?? seededRandom(seed ^ Math.imul(phone + 1, 0x9e3779b1))
    sequences.set(phone, random)
    // The same draws for every request: a changed rate leaves the rest of the sequence as it was.
    const [strikes, kind, wait, retry, part] = Array.from({ length: 5 }, random.unit)
    if ((strikes ?? 0) >= rate) return null
    return {
      kind: faultKinds[Math.floor((kind ?? 0) * faultKinds.length)] ?? "drop-before",
      waitMs: Math.ceil((wait ?? 0) * longestMs),
      retryAfterSeconds: Math.ceil((retry ?? 0) * longestRetryAfterSeconds),
      part: part ?? 0,
    }
  }
}
