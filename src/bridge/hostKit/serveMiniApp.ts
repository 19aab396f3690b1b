import { type BridgeClock, visibleTimers } from "../clock.ts"
import { changedContext } from "../context.ts"
import { type Failure, failure } from "../failure.ts"
import { noteTaker } from "../log.ts"
import type { MessageId } from "../message.ts"
import { backLimits } from "../methods.ts"
import { createPeer } from "../peer.ts"
import { randomId } from "../randomId.ts"
import { members, type Unread } from "../read.ts"
import type { Transport } from "../transport.ts"
import {
  type Answer,
  type Grant,
  type HostContext,
  type HostIdentity,
  type Launch,
  protocolVersions,
} from "../vocabulary.ts"
import { appAnswers } from "./answerApp.ts"
import type { HostHandlers } from "./handlers.ts"
import type { StoreBacking } from "./store.ts"
import { systemClock, systemNow } from "./system.ts"
import { type HostLogLine, type Intercept, tapped } from "./tap.ts"

/** The host drops its splash by itself after this time. */
export const splashMs = 8000

export type ServeOptions = {
  endpoint: Transport
  host: { name: string; version: string; platform: string }
  /** Id of the mini-app: the only audience that tokens are given for. */
  appId: string
  grants: readonly Grant[]
  context: HostContext
  identity: HostIdentity
  handlers: HostHandlers
  launch?: Launch
  /** The strings of `store.*`; by default kept in memory. */
  store?: StoreBacking
  /** Protocol versions this host speaks; others than the real ones are for tests of the negotiation. */
  versions?: readonly number[]
  /** The host's time of day, ISO 8601. */
  now?: () => string
  clock?: BridgeClock
  /** 128 random bits, in letters, digits and "_". */
  randomId?: () => string
  /** Sees every message both ways and decides what becomes of it: for fault injection. */
  intercept?: Intercept
  /** Gets what a handler threw. */
  onFault?: (fault: unknown) => void
  /** Gets every message that crossed the wire, tokens redacted. */
  log?: (line: HostLogLine) => void
}

/** The mini-app as its host sees it. */
export interface MiniApp {
  /** Whether a page of the app has shaken hands. */
  connected(): boolean
  /** Merges the change and tells the app of it. Invalid values are left out. */
  setContext(change: Partial<HostContext>): void
  /** Somebody signed in, out, or over: the epoch rises and the app is told. Returns the new identity. */
  setIdentity(state: "in" | "out"): HostIdentity
  setVisibility(state: "visible" | "hidden"): void
  /** Asks the app to go back. false (also after 300 ms without answer): the host goes back itself. Never rejects. */
  back(): Promise<boolean>
  /** Tells the app that it will be removed. Resolves when the app is done or the deadline has passed; true: done. */
  teardown(deadlineMs: number): Promise<boolean>
  destroy(): void
}

/** Serves the host's end of the protocol to one mini-app, over any endpoint. Starts to listen at once. */
export function serveMiniApp(options: ServeOptions): MiniApp {
  const { clock = systemClock, handlers, versions = protocolVersions } = options
  const timers = visibleTimers(clock)
  let { context, identity } = options
  // Ids of the page that shook hands last begin with this; whatever another page asked is out of date.
  let session: string | null = null

  /** Tells the integrator of a fault of the handlers, of which the app hears no more than HOST_FAULT. */
  const reported = async <T>(run: () => T | Promise<T>): Promise<T | Failure> => {
    try {
      return await run()
    } catch (fault) {
      options.onFault?.(fault)
      return failure("HOST_FAULT")
    }
  }

  let splash = true
  const dropSplash = () => {
    if (splash) void reported(() => handlers.ready?.())
    splash = false
  }
  const cancelSplash = timers.after(splashMs, dropSplash)
  const answers = appAnswers({
    appId: options.appId,
    grants: options.grants,
    handlers,
    store: options.store ?? new Map(),
    identity: () => identity,
  })

  const peer = createPeer({
    transport: tapped(options.endpoint, {
      now: () => clock.now(),
      intercept: options.intercept,
      log: options.log,
    }),
    session: (options.randomId ?? (() => randomId(crypto)))(),
    timers,
    note: noteTaker(() => 0, undefined),
    onRequest(method, params, id) {
      if (method === "bridge.hello") return answerHello(params, id)
      const answerer = answers.get(method)
      if (!answerer) return undefined
      if (sessionOf(id) !== session) return failure("STALE_SESSION")
      return reported(() => answerer(params, { progress: () => peer.notify("$/progress", { id }) }))
    },
    onReachable: () => {},
    onNotice(method, params) {
      if (method === "bridge.ready") dropSplash()
      else if (method === "ui.back") void reported(() => handlers.back?.(params.canGoBack === true))
      else return false
      return true
    },
  })

  function answerHello(params: Unread, id: MessageId): Answer<unknown> {
    const theirs = Array.isArray(params.versions) ? params.versions : []
    const common = versions.filter((version) => theirs.includes(version))
    if (!common.length) return failure("VERSION_MISMATCH")
    session = sessionOf(id)
    const value = {
      version: Math.max(...common),
      host: options.host,
      grants: Object.fromEntries(options.grants.map((grant) => [grant, true])),
      context,
      identity,
      now: (options.now ?? systemNow)(),
      launch: options.launch ?? {},
    }
    return { ok: true, value }
  }

  // Before the handshake there is nobody to tell: the answer to hello says it all.
  const tell = (method: string, params: object) => {
    if (session !== null) peer.notify(method, params)
  }

  return {
    connected: () => session !== null,
    setContext(change) {
      const next = changedContext(context, change)
      const changed = Object.entries(next).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(context[name as keyof HostContext]),
      )
      context = next
      if (changed.length) tell("host.context", Object.fromEntries(changed))
    },
    setIdentity(state) {
      identity = { state, epoch: identity.epoch + 1 }
      tell("host.identity", identity)
      return identity
    },
    setVisibility: (state) => tell("host.visibility", { state }),
    async back() {
      if (session === null) return false
      const answer = await peer.call("app.back", {}, backLimits)
      return answer.ok && members(answer.value).handled === true
    },
    async teardown(deadlineMs) {
      if (session === null) return false
      return (await peer.call("app.teardown", { deadlineMs }, [deadlineMs])).ok
    },
    destroy() {
      cancelSplash()
      peer.close()
    },
  }
}

/** The part of an id before its last dash. */
function sessionOf(id: MessageId): string {
  const name = String(id)
  return name.slice(0, Math.max(0, name.lastIndexOf("-")))
}
