import { failureOfCode } from "./failure.ts"
import { flag, members, type Unread, within } from "./read.ts"
import { type Answer, maxMessageBytes } from "./vocabulary.ts"

export type MessageId = string | number

/** A JSON-RPC 2.0 message, told apart. `params` is `{}` where the message has none, or something else than an object. */
export type Message =
  | { kind: "request"; id: MessageId; method: string; params: Unread }
  | { kind: "notice"; method: string; params: Unread }
  | { kind: "reply"; id: MessageId; answer: Answer<unknown> }

/** Length in UTF-8, the unit of every size limit of the protocol. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

/** Whether a text is over the limit of one message (64 KiB of UTF-8). */
export function tooLarge(text: string): boolean {
  return byteLength(text) > maxMessageBytes
}

/**
 * Reads what arrived: a JSON text, or an object on a MessagePort. Never throws.
 * @returns undefined when it is no message of JSON-RPC 2.0 (batches included) or over 64 KiB
 */
export function parseMessage(data: unknown): Message | undefined {
  try {
    // An object goes through its text too: that measures it, and leaves plain data without getters or cycles.
    const json = typeof data === "string" ? data : JSON.stringify(data)
    return tooLarge(json) ? undefined : tellApart(members(JSON.parse(json)))
  } catch {
    // Not JSON: the caller logs that something malformed was dropped.
    return undefined
  }
}

function tellApart(raw: Unread): Message | undefined {
  const { jsonrpc, id, method } = raw
  const hasId = typeof id === "string" || typeof id === "number"
  if (jsonrpc !== "2.0" || (id !== undefined && !hasId)) return undefined
  if (typeof method === "string") {
    const params = members(raw.params)
    return hasId ? { kind: "request", id, method, params } : { kind: "notice", method, params }
  }
  // null, false, 0 and "" are results; what counts is that the member is there, and no error beside it.
  if (!hasId || method !== undefined || "result" in raw === "error" in raw) return undefined
  if ("result" in raw) return { kind: "reply", id, answer: { ok: true, value: raw.result } }
  const { code, data } = members(raw.error)
  const known = within(code)
  return known === undefined
    ? undefined
    : { kind: "reply", id, answer: failureOfCode(known, flag(members(data).retryable)) }
}
