import { computed, type ReadonlySignal, signal } from "@preact/signals-core"
import type { HostContext } from "../../bridge/vocabulary.ts"
import type { Outcome } from "../../client/contestApi.ts"

/** Whether the service can be reached, as far as anybody can tell. */
export type Network = {
  offline: ReadonlySignal<boolean>
  hostSays(network: HostContext["network"]): void
  /** navigator.onLine: believed only when it says no. */
  browserSays(onLine: boolean): void
  /** An answer of the service proves more than either. */
  heard(outcome: Outcome<unknown>): void
  /** The service has answered somebody else, such as the outbox. */
  reached(): void
}

/** Nobody has said anything yet: online until shown otherwise. */
export function createNetwork(): Network {
  const host = signal<HostContext["network"]>("unknown")
  const browser = signal(true)
  const unreachable = signal(false)
  return {
    offline: computed(() => host.value === "offline" || !browser.value || unreachable.value),
    hostSays(network) {
      host.value = network
      if (network === "online") unreachable.value = false
    },
    browserSays(onLine) {
      browser.value = onLine
      if (onLine) unreachable.value = false
    },
    reached() {
      unreachable.value = false
    },
    heard(outcome) {
      if (!outcome.ok) unreachable.value = outcome.problem.code === "unreachable"
      // Without the service's time a good answer came out of a cache: it proves nothing.
      else if (outcome.serviceTime !== null) unreachable.value = false
    },
  }
}
