import type { BridgeClock } from "./clock.ts"
import { randomId } from "./randomId.ts"

/** What an integrator may put into the page: `post` takes a JSON text, `subscribe` gets JSON texts or objects. */
export type IntegratorTransport = {
  post(text: string): unknown
  subscribe(listener: (data: unknown) => void): unknown
}

type MessageTarget = {
  postMessage(message: unknown, targetOrigin: string): void
}

/** A native function that takes one string; some give a promise of the reply. */
export type StringChannel = { postMessage(text: string): unknown }

/** The function is missing until the platform is ready. */
export type FlutterObject = { callHandler(name: string, ...args: unknown[]): unknown }

/** Android's two kinds of object: only the web message listener's has events. */
export type AndroidObject = StringChannel & {
  addEventListener?(type: "message", listener: (event: { data: unknown }) => void): void
}

/** What the bridge reads of a window message; of other events it reads nothing. */
export type BridgeEvent = {
  readonly data: unknown
  readonly origin: string
  readonly source: unknown
  readonly ports: readonly MessagePort[]
}

/** As much of a window as the bridge uses, with the globals that the hosts' webviews put into it. */
export interface BridgeWindow {
  readonly parent: unknown
  addEventListener(type: string, listener: (event: BridgeEvent) => void): void
  removeEventListener(type: string, listener: (event: BridgeEvent) => void): void
  matchMedia?(query: string): { readonly matches: boolean }
  readonly navigator?: { readonly language?: string }
}

/** The globals of the table of transports, none of which need be there. */
export type HostGlobals = {
  parent: MessageTarget
  __huesTransport?: IntegratorTransport | null
  flutter_inappwebview?: FlutterObject | null
  ReactNativeWebView?: StringChannel | null
  webkit?: { messageHandlers?: { hues?: StringChannel | null } | null } | null
  hues?: AndroidObject | null
  /** Ours: where injected scripts bring the host's messages. */
  __hues?: { receive(encoded: string): void }
}

/** The same window, read as one that may hold any global of a host. */
export function globalsOf(window: BridgeWindow): HostGlobals {
  return window as unknown as HostGlobals
}

/** Tells whether anybody can see the page: as much of a document as the bridge uses. */
export type VisibilitySource = {
  /** "visible" or "hidden"; anything else changes nothing. */
  readonly visibilityState: string
  addEventListener(type: "visibilitychange", listener: () => void): void
  removeEventListener(type: "visibilitychange", listener: () => void): void
}

/** Time, randomness and visibility, which the bridge takes as arguments. */
export type Surroundings = {
  window: BridgeWindow
  clock: BridgeClock
  visibility: VisibilitySource
  /** 128 random bits, in letters, digits and "_". */
  randomId(): string
}

/** The surroundings of a real page: `performance.now`, `setTimeout`, `crypto` and `document.visibilityState`. */
export function browserSurroundings(window: Window & typeof globalThis): Surroundings {
  const { setTimeout, clearTimeout, document, crypto, performance } = window
  return {
    window: window as unknown as BridgeWindow,
    clock: { now: () => performance.now(), setTimeout, clearTimeout } as BridgeClock,
    visibility: document,
    randomId: () => randomId(crypto),
  }
}
