import { type BridgeWindow, globalsOf } from "../surroundings.ts"

/**
 * Puts `window.__hues.receive(base64url)` into the page, for hosts that can only run a script in it. The letters of
 * base64url need no quoting, so that quotes, U+2028 and decomposed Vietnamese arrive as they were sent.
 * @param deliver gets the JSON text; what is no base64 of UTF-8 arrives as "", which is no message
 */
export function takeReceived(window: BridgeWindow, deliver: (text: string) => void): void {
  globalsOf(window).__hues = { receive: (encoded) => deliver(decoded(encoded)) }
}

function decoded(encoded: string): string {
  try {
    const binary = atob(encoded.replace(/-/g, "+").replace(/_/g, "/"))
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    // Native code must not see an exception of ours; the peer logs what is malformed.
    return ""
  }
}
