import { failure } from "./failure.ts"
import { type Hello, readEpoch } from "./hello.ts"
import type { Host } from "./host.ts"
import type { HostState } from "./hostState.ts"
import { type HostMethod, interactiveLimits, shortLimits, silentLimits } from "./methods.ts"
import type { Peer } from "./peer.ts"
import { flag, members, oneOf, text, type Unread } from "./read.ts"
import { type Answer, type Grant, grants, type IdentityToken } from "./vocabulary.ts"

/** The two things a host may ask of the app, answered by the app's own handlers. */
export type AppHandlers = {
  back?: () => boolean
  teardown?: (deadlineMs: number) => void | Promise<void>
}

type Parts = {
  state: HostState
  handlers: AppHandlers
  /** undefined: nobody answered, the app stands alone. */
  peer: Peer | undefined
  hello: Hello
  destroy(): void
}

/** Puts the app's face on a conversation, or on nobody. What is not granted is refused here, without asking. */
export function appHost({ state, handlers, peer, hello, destroy }: Parts): Host {
  const { name, launch, now } = hello
  const can = (grant: Grant) => hello.grants[grant] === true

  /** `read` gives undefined for a result that is not what the method promises. */
  const call = async <T>(
    method: HostMethod,
    params: object,
    read: (result: Unread) => T | undefined,
    limits = shortLimits,
  ): Promise<Answer<T>> => {
    // A grant is named like the methods it opens: "store" for store.get.
    const grant = oneOf(grants, method.split(".")[0])
    if (grant && !can(grant)) return failure("NOT_GRANTED")
    if (!peer) return failure("HOST_GONE")
    const answer = await peer.call(method, params, limits)
    if (!answer.ok) return answer
    const value = read(members(answer.value))
    return value === undefined ? failure("HOST_FAULT") : { ok: true, value }
  }

  return {
    kind: peer ? "hosted" : "standalone",
    name,
    launch,
    now,
    context: state.context,
    identityState: state.identity,
    can,
    on: state.on,
    ready: () => peer?.notify("bridge.ready", {}),
    back: (canGoBack) => peer?.notify("ui.back", { canGoBack }),
    async identity(request) {
      if (!peer) return failure("NOT_SIGNED_IN")
      const limits = request.interactive ? interactiveLimits : silentLimits
      const answer = await call("identity.get", request, readToken, limits)
      if (!answer.ok) return answer
      // A token of a later epoch tells that somebody signed in, even if that news is still under way.
      const { epoch } = answer.value
      state.takeIdentity({ state: "in", epoch })
      const known = state.identity()
      return known.state === "in" && known.epoch === epoch ? answer : failure("IDENTITY_CHANGED")
    },
    close: (reason) => call("ui.close", { reason }, nothing),
    open: (url, where) => call("nav.open", { url, where }, yesOrNo("opened")),
    share: (content) => call("share.open", content, yesOrNo("shared"), interactiveLimits),
    storeGet: (key) => call("store.get", { key }, ({ value }) => (value === null ? value : text(value))),
    storeSet: (key, value) => call("store.set", { key, value }, nothing),
    echo: (sent) => call("bridge.echo", { text: sent }, (result) => text(result.text)),
    onBack(handler) {
      handlers.back = handler
    },
    onTeardown(handler) {
      handlers.teardown = handler
    },
    destroy,
  }
}

function nothing(): Record<string, never> {
  return {}
}

function yesOrNo<K extends string>(name: K) {
  return (result: Unread): Record<K, boolean> | undefined => {
    const value = flag(result[name])
    return value === undefined ? value : ({ [name]: value } as Record<K, boolean>)
  }
}

function readToken(result: Unread): IdentityToken | undefined {
  const token = text(result.token)
  const expiresAt = text(result.expiresAt)
  const epoch = readEpoch(result.epoch)
  const complete = token && expiresAt && Date.parse(expiresAt) && epoch !== undefined
  return complete ? { token, expiresAt, epoch } : undefined
}
