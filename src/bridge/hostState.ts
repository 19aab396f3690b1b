import type { VisibleTimers } from "./clock.ts"
import { changedContext } from "./context.ts"
import { readIdentity } from "./hello.ts"
import type { HostEvents } from "./host.ts"
import type { TakeNote } from "./log.ts"
import { oneOf } from "./read.ts"
import type { HostContext, HostIdentity } from "./vocabulary.ts"

/** What the app knows of its host, and who wants to hear of changes. Doubled and outdated news change nothing. */
export interface HostState {
  context(): HostContext
  identity(): HostIdentity
  /** Takes unknown data; only members with a valid value count. */
  takeContext(change: unknown): void
  /** Takes unknown data; only a higher epoch than the one known is news. */
  takeIdentity(news: unknown): void
  /** Takes unknown data; anything but "visible" and "hidden" is no news. */
  takeVisibility(state: unknown): void
  takeReachable(reachable: boolean): void
  on<K extends keyof HostEvents>(event: K, listener: (value: HostEvents[K]) => void): () => void
}

/** Starts with the given context, signed out before any epoch, visible and reachable. */
export function hostState(context: HostContext, timers: VisibleTimers, note: TakeNote): HostState {
  const known: HostEvents = {
    context,
    identity: { state: "out", epoch: -1 },
    visibility: "visible",
    reachable: true,
  }
  const listeners = new Set<[event: string, listener: (value: never) => void]>()

  const take = <K extends keyof HostEvents>(event: K, value: HostEvents[K]) => {
    if (value === known[event]) return
    known[event] = value
    for (const [name, listener] of [...listeners]) {
      try {
        if (name === event) listener(value as never)
      } catch {
        // One listener's fault must not keep the news from the others.
        note("handler", event)
      }
    }
  }

  return {
    context: () => known.context,
    identity: () => known.identity,
    takeContext: (change) => take("context", changedContext(known.context, change)),
    takeIdentity(news) {
      const identity = readIdentity(news)
      if (identity && identity.epoch > known.identity.epoch) take("identity", identity)
    },
    // The last word counts, be it the document's or the host's: a host that forgets to say "visible" stops no clock.
    takeVisibility(state) {
      const visibility = oneOf(["visible", "hidden"], state) ?? known.visibility
      timers.hide(visibility === "hidden")
      take("visibility", visibility)
    },
    takeReachable: (reachable) => take("reachable", reachable),
    on(event, listener) {
      const entry: [string, (value: never) => void] = [event, listener]
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
  }
}
