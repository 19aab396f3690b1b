import { nativeEndpoint, receiveScript } from "../../../src/bridge/hostKit/nativeEndpoint.ts"
import { globalsOf, type HostGlobals } from "../../../src/bridge/surroundings.ts"
import type { Transport } from "../../../src/bridge/transport.ts"
import { type FakeWindow, fakeWindow } from "./fakeWindow.ts"

/** One webview: the window the app sees and the endpoint its host speaks through. */
export type World = {
  window: FakeWindow
  endpoint: Transport
  /** Takes the native object away and puts it back; missing where no such thing can happen. */
  setReachable?: (reachable: boolean) => void
  hostOrigins: readonly string[]
}

/** Runs what a host injects: nothing but the one call that `receiveScript` makes is understood. */
export function runScript(window: FakeWindow, script: string): void {
  const encoded = script.match(/^window\.__hues && window\.__hues\.receive\("([\w-]*)"\); true$/)?.[1]
  if (encoded === undefined) throw new Error(`not a script of ours: ${script}`)
  globalsOf(window).__hues?.receive(encoded)
}

/** Native objects refuse to be called with another `this` than themselves, and take strings only. */
class StringChannel {
  #hear: (text: string) => unknown
  constructor(hear: (text: string) => unknown) {
    this.#hear = hear
  }
  postMessage(...args: unknown[]): unknown {
    const [text] = args
    if (args.length !== 1 || typeof text !== "string") throw new TypeError("one string is expected")
    return this.#hear(text)
  }
}

/** Messages reach native code on another thread: never within the call that sends them. */
function later(run: () => void): void {
  setImmediate(run)
}

function withReceive(install: (globals: HostGlobals, hear: (text: string) => unknown) => (() => void)[]) {
  return (): World => {
    const window = fakeWindow()
    const endpoint = nativeEndpoint("native", (text) => later(() => runScript(window, receiveScript(text))))
    const [put, remove] = install(globalsOf(window), (text) => later(() => endpoint.hear(text)))
    put?.()
    return {
      window,
      endpoint,
      hostOrigins: [],
      setReachable: (reachable) => (reachable ? put : remove)?.(),
    }
  }
}

export const reactNativeWorld = withReceive((globals, hear) => [
  () => {
    globals.ReactNativeWebView = new StringChannel(hear)
  },
  () => {
    globals.ReactNativeWebView = null
  },
])

export const iosWorld = withReceive((globals, hear) => [
  () => {
    globals.webkit = { messageHandlers: { hues: new StringChannel(hear) } }
  },
  () => {
    globals.webkit = { messageHandlers: {} }
  },
])

export const androidInterfaceWorld = withReceive((globals, hear) => [
  () => {
    globals.hues = new StringChannel(hear)
  },
  () => {
    globals.hues = null
  },
])

export const flutterWorld = withReceive((globals, hear) => [
  () => {
    globals.flutter_inappwebview = {
      // What a Dart handler returns arrives as JSON; one that returns nothing gives null.
      callHandler: async (name, ...args) => {
        if (name === "hues") hear(String(args[0]))
        return null
      },
    }
  },
  () => {
    globals.flutter_inappwebview = null
  },
])

/** Android's web message listener: an object with events in each frame whose origin is allowed. */
export function androidListenerWorld(): World {
  const window = fakeWindow()
  class MessageListenerObject extends StringChannel {
    listeners: ((event: { data: unknown }) => void)[] = []
    addEventListener(type: string, listener: (event: { data: unknown }) => void): void {
      if (type === "message") this.listeners.push(listener)
    }
  }
  let object: MessageListenerObject
  const endpoint = nativeEndpoint("native", (data) =>
    later(() => {
      for (const listener of object.listeners) listener({ data })
    }),
  )
  const setReachable = (reachable: boolean) => {
    if (reachable) object = new MessageListenerObject((text) => later(() => endpoint.hear(text)))
    globalsOf(window).hues = reachable ? object : null
  }
  setReachable(true)
  return { window, endpoint, hostOrigins: [], setReachable }
}

/**
 * A host that answers by the promise of the call itself (iOS handlers with a reply, Dart handlers that return) and sends
 * everything else through `receive`.
 */
function withPromise(
  install: (globals: HostGlobals, ask: ((text: string) => Promise<unknown>) | null) => void,
) {
  return (): World => {
    const window = fakeWindow()
    const waiting = new Map<unknown, (text: string | null) => void>()
    const endpoint = nativeEndpoint("native", (text) => {
      const { id, method } = asMessage(text)
      const answer = method ? undefined : waiting.get(id)
      waiting.delete(id)
      if (answer) later(() => answer(text))
      else later(() => runScript(window, receiveScript(text)))
    })
    const ask = (text: string) =>
      new Promise<unknown>((resolve) => {
        const { id, method } = asMessage(text)
        if (method && id !== undefined) waiting.set(id, resolve)
        else resolve(null)
        later(() => endpoint.hear(text))
      })
    install(globalsOf(window), ask)
    return {
      window,
      endpoint,
      hostOrigins: [],
      setReachable: (reachable) => install(globalsOf(window), reachable ? ask : null),
    }
  }
}

function asMessage(text: string): { id?: unknown; method?: unknown } {
  try {
    return JSON.parse(text)
  } catch {
    // A malformed message on purpose: nobody waits for it.
    return {}
  }
}

export const iosReplyWorld = withPromise((globals, ask) => {
  globals.webkit = { messageHandlers: { hues: ask && new StringChannel(ask) } }
})

export const flutterReplyWorld = withPromise((globals, ask) => {
  globals.flutter_inappwebview = ask && {
    callHandler: async (name, ...args) => (name === "hues" ? ask(String(args[0])) : null),
  }
})
