import type { OutboxStore } from "./store.ts"
import { type After, pause } from "./timer.ts"

/**
 * One flight at a time over all tabs and the worker: runs the work while nobody else runs theirs, and gives its
 * outcome. It saves traffic only; that nothing is counted twice is the service's database's doing. So it never
 * blocks: after `patienceMs` the work runs without it, because a frozen page may hold it for hours.
 */
export type Lock = <T>(work: () => Promise<T>) => Promise<T>

const lockName = "hoi-thi-outbox"
/** Longer than one request (15 s) and its writing. */
export const patienceMs = 20_000
const pollMs = 1000

export type LockParts = {
  /** `navigator.locks`, where there is one. */
  locks: Pick<LockManager, "request"> | undefined
  store: OutboxStore
  /** Unique for this page or worker. */
  holder: string
  now: () => number
  after: After
}

/** Web Locks, or a lease row in the store where the browser has none. */
export function chooseLock(parts: LockParts): Lock {
  return parts.locks === undefined ? leaseLock(parts) : webLock(parts.locks, parts.after)
}

/** By Web Locks: the browser gives the lock back when its page or worker dies. */
export function webLock(locks: Pick<LockManager, "request">, after: After): Lock {
  return async (work) => {
    const patience = new AbortController()
    const cancel = after(patienceMs, () => patience.abort())
    let isStarted = false
    try {
      return await locks.request(lockName, { signal: patience.signal }, () => {
        isStarted = true
        return work()
      })
    } catch (error) {
      if (isStarted) throw error
      // Held too long, or refused to this page (opaque origin): go without.
      return work()
    } finally {
      cancel()
    }
  }
}

/** By a lease in the store, which ends by itself. */
export function leaseLock({ store, holder, now, after }: Omit<LockParts, "locks">): Lock {
  async function take(): Promise<boolean> {
    try {
      return await store.lease(holder, now(), patienceMs)
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
        await store.release(holder)
      } catch {
        // It ends by itself.
      }
    }
  }
}
