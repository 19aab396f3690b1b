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

/** What the bridge uses of an event: a message has all of it, others have nothing. */
export type BridgeEvent = {
  readonly data?: unknown
  readonly origin?: string
  readonly source?: unknown
  readonly ports?: readonly MessagePort[]
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
  __huesTransport?: IntegratorTransport | null
  parent: MessageTarget
}

/** The same window, read as one that may hold any global of a host. */
export function globalsOf(window: BridgeWindow): HostGlobals {
  return window as unknown as HostGlobals
}

/** Whether anybody can see the page. */
export type VisibilitySource = {
  hidden(): boolean
  /** Returns the function that stops listening. */
  subscribe(listener: (hidden: boolean) => void): () => void
}

/** Time, randomness and visibility, which the bridge takes as arguments. */
export type Surroundings = {
  window: BridgeWindow
  clock: BridgeClock
  visibility: VisibilitySource
  /** 128 random bits as 32 hex digits. */
  randomId(): string
}

/** The surroundings of a real page: `performance.now`, `setTimeout`, `crypto` and `document.visibilityState`. */
export function browserSurroundings(window: Window & typeof globalThis): Surroundings {
  const { document } = window
  return {
    window: window as unknown as BridgeWindow,
    clock: {
      now: () => window.performance.now(),
      setTimeout: (run, ms) => window.setTimeout(run, ms),
      clearTimeout: (handle) => window.clearTimeout(handle as number),
    },
    visibility: {
      hidden: () => document.hidden,
      subscribe(listener) {
        const tell = () => listener(document.hidden)
        document.addEventListener("visibilitychange", tell)
        return () => document.removeEventListener("visibilitychange", tell)
      },
    },
    randomId: () => randomId(window.crypto),
  }
}
