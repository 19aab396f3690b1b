import type { Care } from "./care.ts"
import { startHandOver, type WorkerContainer } from "./handOver.ts"
import type { Outbox } from "./outbox.ts"
import type { After } from "./timer.ts"

/** Between two timed deliveries at least this: a store that keeps nothing must not turn into a storm of requests. */
const gapMs = 1000
/** The timer looks again at least this often: a phone's clock may be set while it waits. */
const longestTimerMs = 5 * 60_000

export type TriggerParts = {
  outbox: Pick<Outbox, "deliver" | "onChange">
  nextAttemptAt: Care["nextAttemptAt"]
  /** `window`, or what behaves like it. */
  page: Pick<Window, "addEventListener" | "removeEventListener"> & {
    document: Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">
    navigator?: { readonly serviceWorker?: WorkerContainer }
  }
  /** Calls back when the host shows the app again; gives the function that stops it. */
  onHostResume?: (resumed: () => void) => () => void
  /** Phone clock. */
  now: () => number
  after: After
}

/**
 * When the page delivers: at start, when it becomes visible or comes back (`pageshow`, host resume), when the network
 * does (`online`), and by a timer at the end of a back-off while it is visible. What was just sealed goes at once
 * (`startOutbox`); "Gửi ngay" calls `deliver({ force: true })` itself. Where there is a worker it is told what waits, in addition. Returns the function
 * that stops all of it.
 */
export function startTriggers({
  outbox,
  nextAttemptAt,
  page,
  onHostResume,
  now,
  after,
}: TriggerParts): () => void {
  let isStopped = false
  let cancelTimer = () => {}

  const isAsleep = () => isStopped || page.document.visibilityState === "hidden"

  async function deliver(): Promise<void> {
    try {
      await outbox.deliver()
    } catch {
      // The store failed; the rows are as they were, and the next trigger tries again.
    }
    await schedule()
  }

  async function schedule(): Promise<void> {
    cancelTimer()
    if (isAsleep()) return
    const at = await nextAttemptAt()
    // Put off a second time: another call may have set the timer meanwhile, or the page gone to sleep.
    cancelTimer()
    if (at === null || isAsleep()) return
    cancelTimer = after(Math.min(Math.max(gapMs, at - now()), longestTimerMs), () => void deliver())
  }

  const awake = () => void (isAsleep() ? cancelTimer() : deliver())
  page.document.addEventListener("visibilitychange", awake)
  page.addEventListener("pageshow", awake)
  page.addEventListener("online", awake)
  const stopResume = onHostResume?.(awake)
  const stopChanges = outbox.onChange(() => void schedule())
  void deliver()
  const container = workerOf(page)
  const stopHandOver = container && startHandOver({ outbox, nextAttemptAt, page, container })

  return () => {
    isStopped = true
    stopHandOver?.()
    cancelTimer()
    page.document.removeEventListener("visibilitychange", awake)
    page.removeEventListener("pageshow", awake)
    page.removeEventListener("online", awake)
    stopResume?.()
    stopChanges()
  }
}

function workerOf(page: TriggerParts["page"]): WorkerContainer | undefined {
  try {
    return page.navigator?.serviceWorker
  } catch {
    // A sandboxed frame may not even ask.
    return undefined
  }
}
