import { iframeEndpoint } from "../../../src/bridge/hostKit/iframeEndpoint.ts"
import { offerPort } from "../../../src/bridge/hostKit/offerPort.ts"
import { portEndpoint } from "../../../src/bridge/hostKit/portEndpoint.ts"
import type { Transport } from "../../../src/bridge/transport.ts"
import { type FakeWindow, fakeWindow } from "./fakeWindow.ts"

/** One webview: the window the app sees and the endpoint its host speaks through. */
export type World = {
  window: FakeWindow
  endpoint: Transport
  /** Takes the native object away (`null`) and puts it back; missing where no such thing can happen. */
  setReachable?: (reachable: boolean) => void
  hostOrigins: readonly string[]
}

export const appOrigin = "https://app.example"
export const hostOrigin = "https://ward.example"

export function objectWorld(): World {
  const window = fakeWindow()
  const { port1, port2 } = new MessageChannel()
  offerPort(window, port2)
  const globals = window as unknown as { __huesTransport: unknown }
  const object = globals.__huesTransport
  return {
    window,
    endpoint: portEndpoint(port1),
    setReachable: (reachable) => {
      globals.__huesTransport = reachable ? object : null
    },
    hostOrigins: [],
  }
}

/** A page that embeds the app, and the app's frame in it: two windows that can only post to one another. */
export function iframeWorld(origins = { app: appOrigin, host: hostOrigin }): World & {
  hostPage: FakeWindow
  frame: { contentWindow: unknown }
} {
  const window = fakeWindow()
  const hostPage = fakeWindow()
  const frame = {
    contentWindow: {
      postMessage(data: unknown, target: string, ports: MessagePort[]) {
        if (target === origins.app)
          queueMicrotask(() =>
            window.dispatch("message", { data, origin: origins.host, source: window.parent, ports }),
          )
      },
    },
  }
  window.parent = {
    postMessage(data: unknown) {
      queueMicrotask(() =>
        hostPage.dispatch("message", { data, origin: origins.app, source: frame.contentWindow, ports: [] }),
      )
    },
  }
  const endpoint = iframeEndpoint(frame, { appOrigin: origins.app, window: hostPage })
  return { window, endpoint, hostOrigins: [origins.host], hostPage, frame }
}

/** Every way a webview can talk, by name of its transport. */
export const worlds: Record<string, () => World> = { object: objectWorld, iframe: iframeWorld }
