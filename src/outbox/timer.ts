/** Calls `action` once after `ms` milliseconds; gives the function that calls it off. */
export type After = (ms: number, action: () => void) => () => void

/** The timer of page and worker. */
export const realAfter: After = (ms, action) => {
  const timer = setTimeout(action, ms)
  return () => clearTimeout(timer)
}

/** Resolves after `ms` milliseconds. */
export function pause(ms: number, after: After): Promise<void> {
  return new Promise((resolve) => {
    after(ms, resolve)
  })
}

/**
 * The work's outcome, or a rejection once `ms` milliseconds have passed: browsers are known whose IndexedDB never
 * answers. The work itself goes on.
 */
export function within<T>(ms: number, after: After, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = after(ms, () => reject(new Error(`no answer within ${ms} ms`)))
    work.then(resolve, reject).finally(cancel)
  })
}
