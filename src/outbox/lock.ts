import { type After, within } from "./timer.ts"

/**
 * One flight at a time over all tabs and the worker: runs the work while nobody else runs theirs, and gives its
 * outcome. It saves traffic only; that nothing is counted twice is the service's database's doing. So it never
 * blocks: after `patienceMs` the work runs without it, because a frozen page may hold it for hours.
 */
export type Lock = <T>(work: () => Promise<T>) => Promise<T>

const lockName = "hoi-thi-outbox"
/** Longer than one request (15 s) and its writing. */
export const patienceMs = 20_000

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

/** For the lock's script to come; the first attempt of an entry waits for it. */
export const scriptPatienceMs = 3000

/** A lock of a script of its own. Where `load` rejects or takes too long the work runs without; the next work asks again. */
export function laterLock(load: () => Promise<Lock>, after: After): Lock {
  let loading: Promise<Lock> | null = null
  return async (work) => {
    loading ??= load()
    const lock = await within(scriptPatienceMs, after, loading).catch(() => {
      loading = null
      return null
    })
    return lock ? lock(work) : work()
  }
}
