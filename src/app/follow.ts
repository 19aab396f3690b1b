import type { Host } from "../bridge/host.ts"
import type { App } from "./createApp.ts"
import { readRoute } from "./routing/route.ts"

const tickMs = 20_000

/**
 * Connects the running app with what happens around it: host and browser events, the passing of time. `view` is the
 * page's window.
 */
export function follow(app: App, view: Window): void {
  const { contest, network, router, clock, status, deps } = app
  const refresh = () => {
    clock.tick()
    void contest.reload()
    if (app.session.claims.peek()) void app.entries.refresh()
  }
  const tick = () => {
    // Nobody tells when an unreachable service is back: look now and then, while somebody is looking.
    if (network.offline.peek() && view.document.visibilityState === "visible") refresh()
    else clock.tick()
    deps.after(tickMs, tick)
  }
  deps.after(tickMs, tick)
  const browserNetwork = () => {
    network.browserSays(view.navigator.onLine)
    if (view.navigator.onLine) refresh()
  }
  network.browserSays(view.navigator.onLine)
  view.addEventListener("online", browserNetwork)
  view.addEventListener("offline", browserNetwork)
  view.document.addEventListener("visibilitychange", () => {
    // The monotonic clock may have stood still while the phone slept: only the service knows the time now.
    if (view.document.visibilityState === "visible") refresh()
  })

  let wasOffline = false
  network.offline.subscribe((offline) => {
    const words = app.words.card.peek()
    if (offline !== wasOffline) status.announce(offline ? words.offlineNow : words.onlineAgain)
    wasOffline = offline
  })

  const attend = (host: Host) => {
    network.hostSays(host.context().network)
    host.on("context", (context) => {
      network.hostSays(context.network)
      if (context.network === "online") refresh()
    })
    host.onBack(router.back)
    router.canGoBack.subscribe((canGoBack) => host.back(canGoBack))
    const { path } = host.launch
    if (path && router.route.peek().screen === "home") {
      const route = readRoute(path)
      if (route.screen !== "home") router.go(route)
    }
  }
  deps.host.then(attend, () => undefined)
}
