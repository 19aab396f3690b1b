import { type BridgeWindow, globalsOf } from "../surroundings.ts"
import type { Transport } from "../transport.ts"
import { lookupTransport } from "./lookup.ts"
import { takeReceived } from "./receive.ts"

/** Fires once, when `callHandler` can be used; the page may be too late for it. */
export const flutterReadyEvent = "flutterInAppWebViewPlatformReady"

/**
 * Flutter's flutter_inappwebview: `callHandler("hues", text)` gives a promise of what the Dart handler returns, which
 * may be the reply. Everything else comes through `receive`.
 */
export function flutter(window: BridgeWindow): Transport | null {
  return lookupTransport(
    "flutter",
    () => {
      const object = globalsOf(window).flutter_inappwebview
      // The object is there before its function is.
      return typeof object?.callHandler === "function" && object
    },
    (object, text) => object.callHandler("hues", text),
    (_, deliver) => takeReceived(window, deliver),
  )
}
