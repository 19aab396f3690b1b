import { type BridgeWindow, globalsOf } from "../surroundings.ts"
import type { Transport } from "../transport.ts"
import { lookupTransport } from "./lookup.ts"
import { takeReceived } from "./receive.ts"

/** react-native-webview: one string channel out, injected scripts in. */
export function reactNative(window: BridgeWindow): Transport | null {
  return lookupTransport(
    "react-native",
    () => globalsOf(window).ReactNativeWebView,
    (object, text) => object.postMessage(text),
    (_, deliver) => takeReceived(window, deliver),
  )
}
