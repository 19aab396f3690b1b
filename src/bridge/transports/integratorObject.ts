import { type BridgeWindow, globalsOf } from "../surroundings.ts"
import type { Transport } from "../transport.ts"
import { lookupTransport } from "./lookup.ts"

/**
 * `window.__huesTransport {post, subscribe}`: an integrator's own channel, and the in-page mock's.
 * Top frame only: in a frame it could have been put there by a page around it.
 */
export function integratorObject(window: BridgeWindow): Transport | null {
  return lookupTransport(
    "object",
    () => window.parent === window && globalsOf(window).__huesTransport,
    (object, text) => object.post(text),
    (object, deliver) => object.subscribe(deliver),
  )
}
