import { createDeliver } from "../../../src/outbox/deliver.ts"
import { deliverMessage, syncTag } from "../../../src/outbox/handOver.ts"
import { startWorkerTriggers } from "../../../src/outbox/workerTriggers.ts"
import { createLife } from "./life.ts"
import type { Phone } from "./phone.ts"
import { programParts } from "./program.ts"

/** A browser ends a worker that has had nothing to do for this long. */
const idleMs = 30_000

type Occasion = "activate" | "fetch" | "message" | "sync"

/** The service worker of a phone as the browser keeps it: started for an event, ended when idle, killed at will. */
export function createWorker(phone: Phone) {
  let current: ReturnType<typeof start> | null = null

  function start() {
    const life = createLife()
    const { store, lock, putEntry, now, random, after, announcer } = programParts(phone, life)
    const listeners = new Map<string, (event: object) => void>()
    startWorkerTriggers({
      listen: (type, listener) => listeners.set(type, listener as (event: object) => void),
      deliver: createDeliver({
        store,
        lock,
        putEntry,
        now,
        random,
        after,
        onStored: ({ rowId, state }) => {
          phone.trace("worker stored", rowId, state)
          announcer.tell(rowId)
        },
      }),
      store,
      now,
      after,
    })
    return { life, listeners }
  }

  function fire(type: Occasion, event: object = {}): void {
    if (current === null || !current.life.isAlive()) current = start()
    const { life, listeners } = current
    const works: Promise<unknown>[] = []
    listeners.get(type)?.({ ...event, waitUntil: (work: Promise<unknown>) => works.push(work) })
    void Promise.allSettled(works).then((outcomes) => {
      if (type === "sync" && outcomes.every(({ status }) => status === "fulfilled")) phone.syncAsked = false
      phone.world.clock.after(idleMs, () => life.kill())
    })
  }

  return {
    kill: () => current?.life.kill(),
    life: () => current?.life ?? null,
    activate: () => fire("activate"),
    message: () => fire("message", { data: { type: deliverMessage } }),
    navigate: () => fire("fetch", { request: { mode: "navigate" } }),
    /** The browser serves the sync event that was asked for, once there is network. */
    sync() {
      if (phone.syncAsked && !phone.offline) fire("sync", { tag: syncTag })
    },
  }
}

export type Worker = ReturnType<typeof createWorker>
