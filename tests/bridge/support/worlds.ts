import { iframeEndpoint } from "../../../src/bridge/hostKit/iframeEndpoint.ts"
import { offerPort } from "../../../src/bridge/hostKit/offerPort.ts"
import { portEndpoint } from "../../../src/bridge/hostKit/portEndpoint.ts"
import { type FakeWindow, fakeWindow } from "./fakeWindow.ts"
import {
  androidInterfaceWorld,
  androidListenerWorld,
  flutterReplyWorld,
  flutterWorld,
  iosReplyWorld,
  iosWorld,
  reactNativeWorld,
  type World,
} from "./webviews.ts"

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

/** Every way a webview can talk: what it is, the name of its transport, and the emulation. */
export const worlds: readonly [what: string, transport: string, world: () => World][] = [
  ["an integrator's object", "object", objectWorld],
  ["flutter_inappwebview, answering by script", "flutter", flutterWorld],
  ["flutter_inappwebview, answering by promise", "flutter", flutterReplyWorld],
  ["react-native-webview", "react-native", reactNativeWorld],
  ["an iOS message handler without reply", "ios", iosWorld],
  ["an iOS message handler with reply", "ios", iosReplyWorld],
  ["Android's web message listener", "android-listener", androidListenerWorld],
  ["Android's JavaScript interface", "android-interface", androidInterfaceWorld],
  ["an iframe", "iframe", iframeWorld],
]
