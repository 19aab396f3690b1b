import type { Care } from "./care.ts"
import type { Outbox } from "./outbox.ts"

/** What the page says to the worker, so that a delivery goes on where the page ends. */
export const deliverMessage = "DELIVER"
/** The name of the sync event that the worker is called by once there is network. */
export const syncTag = "deliver-entries"

/** As much of a registration as is needed. `sync`: Chromium only. */
type Registration = { sync?: { register(tag: string): Promise<void> } }
/** `navigator.serviceWorker`, as far as it is needed. */
export type WorkerContainer = {
  readonly ready: Promise<object>
  readonly controller: { postMessage(message: { type: string }): void } | null
}

export type HandOverParts = {
  outbox: Pick<Outbox, "onChange">
  nextAttemptAt: Care["nextAttemptAt"]
  page: {
    addEventListener(type: "pagehide", listener: () => void): void
    removeEventListener(type: "pagehide", listener: () => void): void
  }
  container: WorkerContainer
}

/**
 * Asks the browser to start the worker when there is network. False where it does not: Android WebView has the method,
 * and it rejects, so that its presence proves nothing and no caller may do less because of it.
 */
export async function requestSync(registration: Registration): Promise<boolean> {
  try {
    if (registration.sync === undefined) return false
    await registration.sync.register(syncTag)
    return true
  } catch {
    // Refused by the webview, or by the user: page and worker deliver at their other occasions.
    return false
  }
}

/**
 * Hands what waits over to the worker: a sync event is asked for whenever a row waits, and a page that goes away says
 * so. The page itself does nothing less for it. Returns the function that stops.
 */
export function startHandOver({ outbox, nextAttemptAt, page, container }: HandOverParts): () => void {
  const ask = () => {
    void container.ready.then((registration) => requestSync(registration))
  }
  const stopChanges = outbox.onChange(({ state }) => {
    if (state === "queued") ask()
  })
  void nextAttemptAt().then((at) => {
    if (at !== null) ask()
  })
  const leave = () => container.controller?.postMessage({ type: deliverMessage })
  page.addEventListener("pagehide", leave)
  return () => {
    stopChanges()
    page.removeEventListener("pagehide", leave)
  }
}
