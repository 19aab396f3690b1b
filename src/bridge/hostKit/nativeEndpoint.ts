import type { Transport } from "../transport.ts"

/** An endpoint whose messages from the app are handed in by the code that owns the webview. */
export type NativeEndpoint = Transport & {
  /** One message of the app, as the webview's callback got it. The caller has checked where it comes from. */
  hear(data: unknown): void
}

/**
 * The host's end where a webview gives messages to a callback and takes them by a call, as react-native-webview does.
 * @param name for the log
 * @param send brings one JSON text into the page; throws when there is no webview
 */
export function nativeEndpoint(name: string, send: (text: string) => void): NativeEndpoint {
  let listener: ((data: unknown) => void) | null = null
  return {
    name,
    post: send,
    subscribe(next) {
      listener = next
    },
    hear: (data) => listener?.(data),
    close() {
      listener = null
    },
  }
}

/**
 * The script that brings one JSON text to the app, for `injectJavaScript`, `evaluateJavascript` and the like. It holds
 * letters of base64url only, so nothing needs quoting, and does nothing in a page that is not the app.
 */
export function receiveScript(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")
  const encoded = btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")
  return `window.__hues && window.__hues.receive("${encoded}"); true`
}
