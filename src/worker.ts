/// <reference lib="webworker" />
import {
  addRoute,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precache,
} from "workbox-precaching"
import { NavigationRoute, registerRoute } from "workbox-routing"
import { noAnswer } from "./client/answer.ts"
import { choosePutEntry } from "./client/chooseApi.ts"
import type { PutEntry } from "./client/contestApi.ts"
import { isKeepable, networkThenKept } from "./client/keptAnswers.ts"
import { readKeptConfig } from "./client/keptConfig.ts"
import { broadcastAnnouncer } from "./outbox/announcer.ts"
import { createDeliver } from "./outbox/deliver.ts"
import { idbStore } from "./outbox/idbStore.ts"
import { webLock } from "./outbox/lock.ts"
import { openLease } from "./outbox/openLease.ts"
import { outboxDatabase } from "./outbox/outboxDatabase.ts"
import { realAfter } from "./outbox/timer.ts"
import { startWorkerTriggers } from "./outbox/workerTriggers.ts"

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] }

const plainFetch: typeof fetch = (...request) => fetch(...request)
const openCache = () => caches.open("hoi-thi-answers")

// The page's own files, as built: opening needs no network after the first time.
precache(self.__WB_MANIFEST)
cleanupOutdatedCaches()

// The app is one page; its screens are told apart by the hash. The API and the demo's pages are not its own.
const keptPage = createHandlerBoundToURL("index.html")
const ownPage = new RegExp(`^${new URL(self.registration.scope).pathname}(index\\.html)?(\\?.*)?$`)

// Who may frame the page is said in its headers, and may have changed since it was kept: a frame gets the service's word
// while there is one within 4 s.
registerRoute(
  ({ request, url }) => request.destination === "iframe" && ownPage.test(url.pathname),
  async (options) => {
    const slow = new Promise<undefined>((resolve) => realAfter(4000, () => resolve(undefined)))
    const fresh = await Promise.race([plainFetch(options.request), slow]).catch(() => undefined)
    return fresh?.ok ? fresh : keptPage(options)
  },
)
addRoute()
registerRoute(new NavigationRoute(keptPage, { allowlist: [ownPage] }))

// Contest and paper are the same for everyone. Nothing that has to do with one person is ever kept here.
const answer = networkThenKept({ fetch: plainFetch, open: openCache, after: realAfter })
registerRoute(
  ({ request }) => isKeepable(request),
  ({ request, event }) => answer(request, (work) => event.waitUntil(work)),
)

// The outbox: the same code as the page's, over the same database, at the worker's occasions.
const now = Date.now
const after = realAfter
const database = outboxDatabase()
const store = idbStore(database)
const announcer = broadcastAnnouncer(
  "BroadcastChannel" in self ? (name) => new BroadcastChannel(name) : undefined,
)
const putEntry: PutEntry = async (entry, signal) => {
  const config = await readKeptConfig((address, init) => fetch(address, { ...init, signal }), openCache)
  return config
    ? choosePutEntry(config)(entry, signal)
    : noAnswer("unreachable", "no configuration could be had")
}
startWorkerTriggers({
  listen: (type, listener) => self.addEventListener(type, (event) => listener(event as ExtendableEvent)),
  deliver: createDeliver({
    store,
    lock: navigator.locks ? webLock(navigator.locks, after) : openLease(database),
    putEntry,
    now,
    random: Math.random,
    after,
    onStored: ({ rowId }) => announcer.tell(rowId),
  }),
  store,
  now,
  after,
})

// From the first opening on, what the page asks for may come from here.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()))

// Only on the citizen's tap on "Có bản mới – tải lại": never by itself, never mid-quiz.
self.addEventListener("message", ({ data }) => {
  if (data?.type === "SKIP_WAITING") void self.skipWaiting()
})
