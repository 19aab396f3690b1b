import type { Host } from "./bridge/host.ts"
import { choosePutEntry } from "./client/chooseApi.ts"
import type { ClientConfig } from "./contract/clientConfig.ts"
import { createOutbox, type PageOutbox } from "./outbox/createOutbox.ts"
import { idbStore } from "./outbox/idbStore.ts"
import { localMirror } from "./outbox/localMirror.ts"
import { laterLock, webLock } from "./outbox/lock.ts"
import { outboxDatabase } from "./outbox/outboxDatabase.ts"
import { startOutbox } from "./outbox/startOutbox.ts"
import { realAfter } from "./outbox/timer.ts"

/**
 * The outbox of this page, part of the second script: seals, keeps and delivers. What looks after it comes in a script of
 * its own (openCare.ts).
 */
export function openOutbox(config: ClientConfig, host: Promise<Host>): PageOutbox {
  const now = Date.now
  const after = realAfter
  const database = outboxDatabase()
  const outbox = createOutbox({
    store: idbStore(database),
    lock: navigator.locks
      ? webLock(navigator.locks, after)
      : laterLock(async () => (await import("./outbox/openLease.ts")).openLease(database), after),
    putEntry: choosePutEntry(config),
    now,
    random: Math.random,
    after,
    newId: () => crypto.randomUUID(),
    loadCare: async (opened) => (await import("./openCare.ts")).openCare(opened, host),
  })
  startOutbox(
    outbox,
    localMirror(() => window.localStorage),
  )
  return outbox
}
