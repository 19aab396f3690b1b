import type { TakeNote } from "../log.ts"
import { type BridgeEvent, type BridgeWindow, globalsOf } from "../surroundings.ts"
import type { Transport } from "../transport.ts"
import { ack, syn } from "./handshake.ts"
import { portTransport } from "./port.ts"

const loopback = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/

export type OriginRules = {
  /** Exact origins ("https://ward.example") of pages that may embed the app. */
  hostOrigins: readonly string[]
  /** Demo mode only: listed origins of http://localhost and 127.0.0.1 count as well. */
  allowLoopbackHttp?: boolean | undefined
}

/** Whether a page of this origin may be the host: listed to the letter, and https (so never "null"). */
export function mayEmbed(origin: string, { hostOrigins, allowLoopbackHttp }: OriginRules): boolean {
  return (
    hostOrigins.includes(origin) &&
    (origin.startsWith("https://") || (allowLoopbackHttp === true && loopback.test(origin)))
  )
}

/**
 * Shakes hands with the page around this frame. The order of checks, all of them here: source, origin, form, then act.
 * The first valid answer is pinned; what comes after it is not even read.
 * @param found gets the private channel, once
 * @returns `ask` sends the empty SYN (again); `stop` ends the listening. null: there is no page around
 */
export function shakeHands(
  window: BridgeWindow,
  rules: OriginRules,
  note: TakeNote,
  found: (transport: Transport) => void,
): { ask(): void; stop(): void } | null {
  const { parent } = globalsOf(window)
  if (window.parent === window) return null
  const hear = (event: BridgeEvent) => {
    if (event.source !== parent) return note("source")
    if (!mayEmbed(event.origin, rules)) return note("ORIGIN_REJECTED")
    const port = event.ports[0]
    if (event.data !== ack || !port) return note("malformed")
    stop()
    found(portTransport("iframe", port))
  }
  const stop = () => window.removeEventListener("message", hear)
  window.addEventListener("message", hear)
  // The target's origin is not known yet, and the word is empty: the answer is what gets checked.
  return { ask: () => parent.postMessage(syn, "*"), stop }
}
