import { failureOfCode } from "../../bridge/failure.ts"
import type { Direction, Frame, Intercept, Wire } from "../../bridge/hostKit/tap.ts"
import type { FaultRule } from "./faultRule.ts"
import { isAnsweredByHost } from "./methodNames.ts"

/** How long a message that is to be overtaken waits for another one, in milliseconds. */
const overtakeMs = 1000

export type InjectorOptions = {
  rules: readonly FaultRule[]
  /** 0 ≤ x < 1 */
  random: () => number
  /** Runs once after `ms`. */
  after(ms: number, run: () => void): void
  /** Told of each rule that strikes, and which message. */
  struck?: (rule: FaultRule, frame: Frame) => void
  /** Told when the handler turns null (`true`) and comes back (`false`). */
  gone?: (gone: boolean) => void
}

/**
 * Breaks a host by rules: the first rule for a message decides what becomes of it. A rule for a call of the app strikes
 * the answer (only an error code and `gone` strike the call itself); any other rule strikes the message it names.
 */
export function faultInjector({ rules, random, after, struck, gone }: InjectorOptions): Intercept {
  let isGone = false
  const overtaken: { direction: Direction; release: () => void }[] = []

  const strike = (rule: FaultRule, frame: Frame, wire: Wire) => {
    const { effect } = rule
    const pass = () => wire[frame.direction](frame.data)
    struck?.(rule, frame)
    if (effect.kind === "error") wire.toApp(errorReply(frame.data, effect.code))
    else if (effect.kind === "null") wire.toApp(nullReply(frame.data))
    else if (effect.kind === "malformed") wire[frame.direction](firstHalf(frame.data))
    else if (effect.kind === "late")
      after(effect.minMs + Math.floor(random() * (effect.maxMs - effect.minMs + 1)), pass)
    else if (effect.kind === "twice") {
      pass()
      pass()
    } else if (effect.kind === "reordered") {
      const held = { direction: frame.direction, release: pass }
      overtaken.push(held)
      after(overtakeMs, () => release(held))
    } else if (effect.kind === "gone") {
      isGone = true
      gone?.(true)
      if (effect.ms !== null)
        after(effect.ms, () => {
          isGone = false
          gone?.(false)
        })
    }
  }

  const release = (held: (typeof overtaken)[number]) => {
    const place = overtaken.indexOf(held)
    if (place < 0) return
    overtaken.splice(place, 1)
    held.release()
  }

  return (frame, wire) => {
    if (isGone) return
    const rule = rules.find((rule) => isFor(rule, frame) && (rule.chance === 1 || random() < rule.chance))
    if (rule) return strike(rule, frame, wire)
    wire[frame.direction](frame.data)
    for (const held of overtaken.filter(({ direction }) => direction === frame.direction)) release(held)
  }
}

function isFor({ method, nth, effect }: FaultRule, frame: Frame): boolean {
  if (frame.method === null || (method !== "*" && method !== frame.method)) return false
  if (nth !== null && nth !== frame.nth) return false
  if (!isAnsweredByHost(frame.method))
    return frame.kind !== "reply" && effect.kind !== "error" && effect.kind !== "null"
  return (frame.kind === "reply") === (effect.kind !== "error" && effect.kind !== "gone")
}

function errorReply(call: unknown, wanted: number): object {
  const { code, message, reason, retryable } = failureOfCode(wanted).error
  return { jsonrpc: "2.0", id: idOf(call), error: { code, message, data: { reason, retryable } } }
}

function nullReply(reply: unknown): object {
  return { jsonrpc: "2.0", id: idOf(reply), result: null }
}

function idOf(data: unknown): unknown {
  return (typeof data === "string" ? JSON.parse(data) : data)?.id
}

function firstHalf(data: unknown): string {
  const text = typeof data === "string" ? data : JSON.stringify(data)
  return text.slice(0, Math.ceil(text.length / 2))
}
