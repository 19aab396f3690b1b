import type { Host } from "../bridge/host.ts"
import type { ContestApi } from "../client/contestApi.ts"
import type { ClientConfig } from "../contract/clientConfig.ts"
import type { Outbox } from "../outbox/outbox.ts"
import type { Speech } from "./aloud/speech.ts"
import type { RouterWindow } from "./routing/router.ts"
import type { DraftStore } from "./state/draftStore.ts"
import type { KeyValue } from "./state/storage.ts"

/** Everything outside that the app depends on. Promises: the first paint waits for none of them. */
export type AppDeps = {
  config: Promise<ClientConfig>
  host: Promise<Host>
  api: Promise<ContestApi>
  outbox: Promise<Outbox>
  drafts: DraftStore
  /** localStorage, or null where the browser shuts it off. */
  storage: KeyValue | null
  /** Id of the mini-app at the host: the token's audience. */
  audience: Promise<string>
  /** Monotonic milliseconds since 1970. */
  phoneNow(): number
  /** Runs once after `ms`; returns what undoes it. */
  after(ms: number, run: () => void): () => void
  /** 32 random bits as a whole number of at least 0. */
  random32(): number
  sha256(text: string): Promise<string>
  /** The device's speech; left out where it has none. */
  speech?: Speech
  /** Begins the page anew: the way out when its own parts could not be loaded. */
  restart(): void
  window: RouterWindow
  /** The element that theme, text size and language are written to. */
  root: HTMLElement
}
