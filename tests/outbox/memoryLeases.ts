import { isFree, type Lease, type LeaseStore } from "../../src/outbox/leaseLock.ts"

/** The lease in memory. */
export function memoryLeases(): LeaseStore {
  let held: Lease | undefined
  return {
    async lease(holder, now, ttlMs) {
      if (!isFree(held, holder, now, ttlMs)) return false
      held = { holder, expiresAt: now + ttlMs }
      return true
    },
    async release(holder) {
      if (held?.holder === holder) held = undefined
    },
  }
}
