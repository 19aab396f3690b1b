import type {
  Answer,
  Grant,
  HostContext,
  HostIdentity,
  IdentityRequest,
  IdentityToken,
  Launch,
} from "./vocabulary.ts"

/** What the host tells the app without being asked. */
export type HostEvents = {
  /** The whole context after a change. */
  context: HostContext
  visibility: "visible" | "hidden"
  /** Another account, or signed out: everything known of the citizen is void. */
  identity: HostIdentity
  /** The host can no longer be reached (`false`), or again (`true`). */
  reachable: boolean
}

/**
 * The super-app around the mini-app. The rest of the app never learns which transport or whether any is behind it:
 * standalone is a host that is signed out and grants nothing.
 */
export interface Host {
  /** "standalone": no host answered within the limits. */
  readonly kind: "hosted" | "standalone"
  readonly name: string
  readonly launch: Launch
  /** The service-independent clock reading of the host at hello (ISO 8601), or null. Shown in the log only. */
  readonly now: string | null
  context(): HostContext
  identityState(): HostIdentity
  /** Synchronous: decided by the grants of the handshake. */
  can(grant: Grant): boolean
  /** First paint is done: the host may drop its splash. */
  ready(): void
  identity(request: IdentityRequest): Promise<Answer<IdentityToken>>
  /** Tells the host whether the app itself has a screen to go back to. */
  back(canGoBack: boolean): void
  close(reason: string): Promise<Answer<Record<string, never>>>
  open(url: string, where: "host" | "browser"): Promise<Answer<{ opened: boolean }>>
  share(content: { title: string; text: string; url: string }): Promise<Answer<{ shared: boolean }>>
  storeGet(key: string): Promise<Answer<string | null>>
  storeSet(key: string, value: string | null): Promise<Answer<Record<string, never>>>
  echo(text: string): Promise<Answer<string>>
  /** Returns the function that stops listening. */
  on<K extends keyof HostEvents>(event: K, listener: (value: HostEvents[K]) => void): () => void
  /** The one who answers the host's back button: true when the app went back itself. */
  onBack(handler: () => boolean): void
  /** Called when the host is about to remove the app; at most `deadlineMs` remain. */
  onTeardown(handler: (deadlineMs: number) => void | Promise<void>): void
  destroy(): void
}
