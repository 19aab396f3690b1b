import { byteLength, parseMessage } from "../message.ts"
import type { Transport } from "../transport.ts"
import { redacted } from "./redact.ts"

export type Direction = "toHost" | "toApp"

/** One message under way, as an interceptor sees it. */
export type Frame = {
  direction: Direction
  kind: "request" | "notice" | "reply" | "malformed"
  /** The method, for a reply that of the call it answers; null when unknown. */
  method: string | null
  /** The how-manieth message of this method in this direction, from 1; a reply has the number of its call. */
  nth: number
  /** What arrived or is to be sent: a JSON text or, from a MessagePort, an object. */
  data: unknown
}

/** Puts something on its way, past the interceptor: an object, or any text (malformed ones as well). Never throws. */
export type Wire = Record<Direction, (data: unknown) => void>

/**
 * Decides what becomes of a message: `wire[frame.direction](frame.data)` passes it on. It may do so later, twice, not
 * at all, in another order, changed; or send something the other way instead.
 */
export type Intercept = (frame: Frame, wire: Wire) => void

/** A line of the host's log: each message that really crossed the wire, with tokens redacted. */
export type HostLogLine = {
  /** Milliseconds of the host's clock. */
  at: number
  direction: Direction
  kind: Frame["kind"] | "undeliverable"
  method: string | null
  bytes: number
  /** Plain JSON; null for a malformed message, of which nothing is kept. */
  message: unknown
}

export type TapOptions = {
  now: () => number
  intercept?: Intercept | undefined
  log?: ((line: HostLogLine) => void) | undefined
}

/** An endpoint with a place between it and the kit where messages can be seen, kept, changed and counted. */
export function tapped(endpoint: Transport, { now, intercept, log }: TapOptions): Transport {
  const calls = new Map<unknown, { method: string; nth: number }>()
  const counts = new Map<string, number>()
  let toHost: (data: unknown) => void = () => {}

  const record = (direction: Direction, data: unknown, deliverable = true) => {
    if (!log) return
    const json = asText(data)
    const parsed = parseMessage(json)
    const method = parsed && "method" in parsed ? parsed.method : null
    log({
      at: now(),
      direction,
      kind: deliverable ? (parsed?.kind ?? "malformed") : "undeliverable",
      method,
      bytes: byteLength(json),
      message: parsed ? redacted(JSON.parse(json)) : null,
    })
  }

  const wire: Wire = {
    toHost: (data) => toHost(data),
    toApp(data) {
      try {
        endpoint.post(asText(data))
        record("toApp", data)
      } catch {
        // The app is gone; whoever waits for its answer has a timeout.
        record("toApp", data, false)
      }
    },
  }

  const frameOf = (direction: Direction, data: unknown): Frame => {
    const message = parseMessage(data)
    if (!message) return { direction, kind: "malformed", method: null, nth: 0, data }
    if (message.kind === "reply") {
      const call = calls.get(message.id)
      calls.delete(message.id)
      return { direction, kind: "reply", method: call?.method ?? null, nth: call?.nth ?? 0, data }
    }
    const { kind, method } = message
    const key = `${direction} ${method}`
    const nth = (counts.get(key) ?? 0) + 1
    counts.set(key, nth)
    if (kind === "request") calls.set(message.id, { method, nth })
    return { direction, kind, method, nth, data }
  }

  const pass = (direction: Direction, data: unknown) => {
    const frame = frameOf(direction, data)
    if (intercept) intercept(frame, wire)
    else wire[direction](data)
  }

  return {
    name: endpoint.name,
    post: (text) => pass("toApp", text),
    subscribe(listener) {
      toHost = listener
      endpoint.subscribe((data) => {
        record("toHost", data)
        pass("toHost", data)
      })
    },
    close() {
      toHost = () => {}
      endpoint.close()
    },
  }
}

function asText(data: unknown): string {
  return typeof data === "string" ? data : (JSON.stringify(data) ?? "")
}
