import { type AppHandlers, appHost } from "./appHost.ts"
import { visibleTimers } from "./clock.ts"
import { defaultContext } from "./context.ts"
import { detectTransport } from "./detect.ts"
import { readHello, speaksOurVersion } from "./hello.ts"
import type { Host } from "./host.ts"
import { hostState } from "./hostState.ts"
import { type BridgeLogLine, noteTaker } from "./log.ts"
import { helloAttempts, helloLimits } from "./methods.ts"
import { createPeer, type Peer } from "./peer.ts"
import type { Unread } from "./read.ts"
import type { Surroundings } from "./surroundings.ts"
import type { OriginRules } from "./transports/iframe.ts"
import { type Answer, type Grant, protocolVersions } from "./vocabulary.ts"

export type ConnectOptions = Surroundings &
  OriginRules & {
    /** `id`: the mini-app as the host knows it. */
    app: { id: string; version: string }
    /** What the app would like to use beyond the core. */
    wants: readonly Grant[]
    /** Gets every sending, arrival, refusal and fault, never their contents. */
    log?: ((line: BridgeLogLine) => void) | undefined
  }

/**
 * Finds the host around the app and shakes hands with it. Never rejects: when nobody answers within the limits
 * (1.5 s to find a way, then twice 2 s for the answer, all of it visible time) the app stands alone.
 *
 * Standing alone: signed out, nothing granted, the browser's own theme and motion. `identity` answers NOT_SIGNED_IN,
 * `share` and the store NOT_GRANTED, `close`, `open` and `echo` HOST_GONE; `ready` and `back` do nothing.
 */
export async function connectHost(options: ConnectOptions): Promise<Host> {
  const { window, clock, visibility } = options
  const note = noteTaker(() => clock.now(), options.log)
  const timers = visibleTimers(clock)
  const state = hostState(defaultContext(window), timers, note)
  const handlers: AppHandlers = {}
  const watch = () => state.takeVisibility(visibility.visibilityState)
  visibility.addEventListener("visibilitychange", watch)
  watch()

  // A host whose objects throw when listened to is no host.
  const hosted = await findHost().catch(() => null)
  if (!hosted) note("standalone")
  const hello = readHello(hosted?.said)
  state.takeContext(hello.context)
  // News that overtook the answer stays: it has the higher epoch.
  state.takeIdentity(hello.identity)
  return appHost({
    state,
    handlers,
    peer: hosted?.peer,
    hello,
    destroy() {
      visibility.removeEventListener("visibilitychange", watch)
      hosted?.peer.close()
    },
  })

  async function findHost(): Promise<{ peer: Peer; said: unknown } | null> {
    const transport = await detectTransport(window, options, timers, note)
    if (!transport) return null
    const peer = createPeer({
      transport,
      session: options.randomId(),
      timers,
      note,
      onRequest: (method, params) => answerHost(method, params, handlers),
      onNotice(method, params) {
        if (method === "host.context") state.takeContext(params)
        else if (method === "host.identity") state.takeIdentity(params)
        else if (method === "host.visibility") state.takeVisibility(params.state)
        else return false
        return true
      },
      onReachable: state.takeReachable,
    })
    const wants = Object.fromEntries(options.wants.map((grant) => [grant, true]))
    const greeting = { versions: protocolVersions, app: options.app, wants }
    for (let attempt = 0; attempt < helloAttempts; attempt++) {
      const answer = await peer.call("bridge.hello", greeting, helloLimits)
      if (answer.ok && speaksOurVersion(answer.value)) return { peer, said: answer.value }
    }
    peer.close()
    return null
  }
}

async function answerHost(
  method: string,
  params: Unread,
  handlers: AppHandlers,
): Promise<Answer<unknown> | undefined> {
  if (method === "app.back") return { ok: true, value: { handled: handlers.back?.() === true } }
  if (method !== "app.teardown") return undefined
  await handlers.teardown?.(Number(params.deadlineMs) || 0)
  return { ok: true, value: {} }
}
