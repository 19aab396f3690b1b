import { type Lock, patienceMs } from "./lock.ts"
import { type After, pause } from "./timer.ts"

/** Where the lease lies. Every call is one transaction; calls reject when the storage fails. */
export interface LeaseStore {
  /** Takes or renews the delivery lease for `holder`; false while another holds it. See `isFree`. */
  lease(holder: string, now: number, ttlMs: number): Promise<boolean>
  /** Gives the lease back if `holder` has it. */
  release(holder: string): Promise<void>
}

export type Lease = { holder: string; expiresAt: number }

/**
 * Whether the lease may be taken: no one has it, or its time is over by this phone's clock. One that ends later than
 * any lease can was taken before the clock was set back, and would block for as long.
 */
export function isFree(lease: Lease | undefined, holder: string, now: number, ttlMs: number): boolean {
  return (
    lease === undefined || lease.holder === holder || lease.expiresAt <= now || lease.expiresAt > now + ttlMs
  )
}

const pollMs = 1000

/** `holder`: unique for this page or worker. `now`: phone clock. */
export type LeaseLockParts = { leases: LeaseStore; holder: string; now: () => number; after: After }

/** For browsers without Web Locks: by a lease in the store, which ends by itself. */
export function leaseLock({ leases, holder, now, after }: LeaseLockParts): Lock {
  async function take(): Promise<boolean> {
    try {
      return await leases.lease(holder, now(), patienceMs)
    } catch {
      // A store that fails cannot hold anyone back.
      return true
    }
  }

  return async (work) => {
    for (let waitedMs = 0; waitedMs < patienceMs && !(await take()); waitedMs += pollMs)
      await pause(pollMs, after)
    try {
      return await work()
    } finally {
      try {
        await leases.release(holder)
      } catch {
        // It ends by itself.
      }
    }
  }
}
