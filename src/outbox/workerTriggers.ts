import type { Deliver } from "./deliver.ts"
import { deliverMessage, syncTag } from "./handOver.ts"
import { nextDueAt } from "./nextDueAt.ts"
import type { OutboxStore } from "./store.ts"
import { type After, pause } from "./timer.ts"

/** A sync event waits this long at most for the end of a back-off; the browser calls again later. */
const longestSyncMs = 60_000
const shortestPauseMs = 1000

/** What the worker's events have in common, as far as it is needed here. */
type WorkerEvent = {
  waitUntil(work: Promise<unknown>): void
  data?: unknown
  tag?: string
  request?: Pick<Request, "mode">
}

export type WorkerTriggerParts = {
  /** The worker's global scope. */
  listen: (type: "activate" | "fetch" | "message" | "sync", listener: (event: WorkerEvent) => void) => void
  deliver: Deliver
  store: Pick<OutboxStore, "all">
  /** Phone clock. */
  now: () => number
  after: After
}

/**
 * When the worker delivers: at a sync event, when a page that goes away asks for it, when it has been activated, and
 * when a page opens. No answer of the worker waits for it.
 */
export function startWorkerTriggers({ listen, deliver, store, now, after }: WorkerTriggerParts): void {
  /** The store failed, perhaps: the rows are as they were, and the next occasion tries again. */
  const quietly = () => deliver().catch(() => undefined)

  /** Delivers until nothing waits. Rejects while something does: then the browser calls again, some minutes later. */
  async function deliverAll(): Promise<void> {
    const end = now() + longestSyncMs
    for (;;) {
      if ((await deliver()) === 0) return
      const next = await nextDueAt(store, now())
      // Only the page can get a ticket; being called again would be no help.
      if (next === null) return
      const at = Math.max(next, now() + shortestPauseMs)
      if (at > end) throw new Error("entries still wait")
      await pause(at - now(), after)
    }
  }

  listen("sync", (event) => {
    if (event.tag === syncTag) event.waitUntil(deliverAll())
  })
  listen("message", (event) => {
    if (isObject(event.data) && event.data.type === deliverMessage) event.waitUntil(quietly())
  })
  // Not waited for: until a worker is activated, the browser holds back every request of its pages.
  listen("activate", () => void quietly())
  listen("fetch", (event) => {
    if (event.request?.mode === "navigate") event.waitUntil(quietly())
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object"
}
