import type { Life } from "./life.ts"

type Turn = { life: Life; start: () => void }

/** A phone's Web Locks, one name only: first come, first served; the browser takes back what a dead program holds. */
export function webLocks() {
  let held: Turn | null = null
  let waiting: Turn[] = []

  function next(): void {
    if (held !== null) return
    held = waiting.shift() ?? null
    held?.start()
  }
  function free(turn: Turn): void {
    waiting = waiting.filter((other) => other !== turn)
    if (held === turn) held = null
    next()
  }

  return (life: Life): Pick<LockManager, "request"> => {
    const request = (_: string, { signal }: { signal: AbortSignal }, work: () => Promise<unknown>) =>
      new Promise((resolve, reject) => {
        // What a program had begun when it died may still come as far as here.
        if (!life.isAlive()) return
        const turn: Turn = {
          life,
          start() {
            work()
              .then(resolve, reject)
              .finally(() => free(turn))
          },
        }
        signal.addEventListener("abort", () => {
          if (held === turn) return
          free(turn)
          reject(signal.reason)
        })
        life.onDeath(() => free(turn))
        waiting.push(turn)
        next()
      })
    // As much of the interface as the outbox uses.
    return { request } as unknown as Pick<LockManager, "request">
  }
}
