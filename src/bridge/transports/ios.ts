import { type BridgeWindow, globalsOf } from "../surroundings.ts"
import type { Transport } from "../transport.ts"
import { lookupTransport } from "./lookup.ts"
import { takeReceived } from "./receive.ts"

/**
 * A WKWebView with a script message handler named "hues". One with a reply gives a promise of it; one without gives
 * nothing and answers through `receive`.
 */
export function ios(window: BridgeWindow): Transport | null {
  return lookupTransport(
    "ios",
    () => globalsOf(window).webkit?.messageHandlers?.hues,
    (handler, text) => handler.postMessage(text),
    (_, deliver) => takeReceived(window, deliver),
  )
}
