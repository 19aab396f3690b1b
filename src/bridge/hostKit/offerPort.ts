import type { BridgeWindow, HostGlobals } from "../surroundings.ts"

/**
 * Puts the app's end of a MessageChannel into the page as `window.__huesTransport`, before the app looks for it. For a
 * mock in the same page, and for integrators with a channel of their own.
 */
export function offerPort(window: BridgeWindow, port: MessagePort): void {
  const globals = window as unknown as HostGlobals
  globals.__huesTransport = {
    post: (text) => port.postMessage(JSON.parse(text)),
    subscribe(listener) {
      port.onmessage = (event) => listener(event.data)
    },
  }
}
