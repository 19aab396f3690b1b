import { type AndroidObject, type BridgeWindow, globalsOf } from "../surroundings.ts"
import type { Transport } from "../transport.ts"
import { lookupTransport } from "./lookup.ts"
import { takeReceived } from "./receive.ts"

/**
 * An Android WebView with `window.hues`: of `WebViewCompat.addWebMessageListener`, which is preferred because the
 * platform checks the page's origin and messages come back as events; or of `addJavascriptInterface`, which reaches
 * every frame (the app loads none of a third party) and answers through `receive`.
 */
export function android(window: BridgeWindow): Transport | null {
  const look = (): AndroidObject | null | undefined => globalsOf(window).hues
  return lookupTransport(
    look()?.addEventListener ? "android-listener" : "android-interface",
    look,
    (object, text) => object.postMessage(text),
    (object, deliver) => {
      if (object.addEventListener) object.addEventListener("message", ({ data }) => deliver(data))
      else takeReceived(window, deliver)
    },
  )
}
