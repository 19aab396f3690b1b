/// <reference lib="webworker" />
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from "workbox-precaching"
import { NavigationRoute, registerRoute } from "workbox-routing"

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] }

// The page's own files, as built: opening needs no network after the first time.
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

// The app is one page; its screens are told apart by the hash. The API and the demo's pages are not its own.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("index.html"), {
    allowlist: [new RegExp(`^${new URL(self.registration.scope).pathname}(index\\.html)?(\\?.*)?$`)],
  }),
)

// Only on the citizen's tap on "Có bản mới – tải lại": never by itself, never mid-quiz.
self.addEventListener("message", ({ data }) => {
  if (data?.type === "SKIP_WAITING") void self.skipWaiting()
})
