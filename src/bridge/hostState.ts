import type { VisibleTimers } from "./clock.ts"
import { changedContext } from "./context.ts"
import { readIdentity } from "./hello.ts"
import type { HostEvents } from "./host.ts"
import type { TakeNote } from "./log.ts"
import type { HostContext, HostIdentity } from "./vocabulary.ts"

/** What the app knows of its host, and who wants to hear of changes. Doubled and outdated news change nothing. */
export interface HostState {
  context(): HostContext
  identity(): HostIdentity
  /** Takes unknown data; only members with a valid value count. */
  takeContext(change: unknown): void
  /** Takes unknown data; only a higher epoch than the one known is news. */
  takeIdentity(news: unknown): void
  takeHidden(hidden: boolean): void
  takeReachable(reachable: boolean): void
  on<K extends keyof HostEvents>(event: K, listener: (value: HostEvents[K]) => void): () => void
  /** Forgets all listeners. */
  clear(): void
}

/** Starts with the given context, signed out before any epoch, visible and reachable. */
export function hostState(start: HostContext, timers: VisibleTimers, note: TakeNote): HostState {
  let context = start
  let identity: HostIdentity = { state: "out", epoch: -1 }
  let hidden = false
  let reachable = true
  const listeners = new Set<{ event: keyof HostEvents; listener: (value: never) => void }>()

  const emit = <K extends keyof HostEvents>(event: K, value: HostEvents[K]) => {
    for (const entry of [...listeners]) {
      if (entry.event !== event) continue
      try {
        ;(entry.listener as (value: HostEvents[K]) => void)(value)
      } catch {
        // One listener's fault must not keep the news from the others.
        note("handler", event)
      }
    }
  }

  return {
    context: () => context,
    identity: () => identity,
    takeContext(change) {
      const next = changedContext(context, change)
      if (next === context) return
      context = next
      emit("context", context)
    },
    takeIdentity(news) {
      const next = readIdentity(news)
      if (next && next.epoch > identity.epoch) {
        identity = next
        emit("identity", identity)
      }
    },
    // The last word counts, be it the document's or the host's: a host that forgets to say "visible" stops no clock.
    takeHidden(next) {
      timers.hide(next)
      if (next === hidden) return
      hidden = next
      emit("visibility", hidden ? "hidden" : "visible")
    },
    takeReachable(next) {
      if (next === reachable) return
      reachable = next
      emit("reachable", reachable)
    },
    on(event, listener) {
      const entry = { event, listener }
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
    clear: () => listeners.clear(),
  }
}
