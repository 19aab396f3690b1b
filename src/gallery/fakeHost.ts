import type { AppDeps } from "../app/deps.ts"

type Host = Awaited<AppDeps["host"]>
export type HostContext = ReturnType<Host["context"]>
/** A host whose surface can be changed while the app runs. */
export type FakeHost = Host & { changeContext(next: HostContext): void }

export type FakeHostOptions = {
  kind: Host["kind"]
  signedIn: boolean
  /** Why signing in fails. */
  refuses?: "ASSURANCE_TOO_LOW" | "USER_DENIED" | "USER_CANCELLED" | undefined
  context: HostContext
  /** What the token says of the citizen. */
  claims: Record<string, string>
}

const no = async () =>
  ({
    ok: false,
    error: { reason: "NOT_GRANTED", code: 1100, message: "not in the gallery", retryable: false },
  }) as const

/** A host in memory that signs nothing: its token is readable, and no service would take it. */
export function fakeHost({ kind, signedIn, refuses, context: given, claims }: FakeHostOptions): FakeHost {
  const bytes = new TextEncoder().encode(JSON.stringify(claims))
  const token = `.${btoa(String.fromCharCode(...bytes))}.`
  let context = given
  const listeners = new Set<(context: HostContext) => void>()
  return {
    kind,
    name: "gallery",
    launch: {},
    now: null,
    context: () => context,
    identityState: () => ({ state: signedIn ? "in" : "out", epoch: 1 }),
    can: () => false,
    ready: () => undefined,
    identity: async () =>
      refuses
        ? { ok: false, error: { reason: refuses, code: 1000, message: refuses, retryable: false } }
        : signedIn
          ? { ok: true, value: { token, expiresAt: "2100-01-01T00:00:00Z", epoch: 1 } }
          : no(),
    back: () => undefined,
    close: no,
    open: no,
    share: no,
    storeGet: no,
    storeSet: no,
    echo: no,
    on(event, listener) {
      if (event !== "context") return () => undefined
      // What is told of a context is told to listeners for it only.
      const follow = listener as (context: HostContext) => void
      listeners.add(follow)
      return () => listeners.delete(follow)
    },
    onBack: () => undefined,
    onTeardown: () => undefined,
    destroy: () => undefined,
    changeContext(next) {
      context = next
      for (const listener of listeners) listener(next)
    },
  }
}
