import type { VisibleTimers } from "./clock.ts"
import { failure } from "./failure.ts"
import type { TakeNote } from "./log.ts"
import { type MessageId, parseMessage, tooLarge } from "./message.ts"
import type { CallLimits } from "./methods.ts"
import type { Unread } from "./read.ts"
import type { Transport } from "./transport.ts"
import type { Answer } from "./vocabulary.ts"

/** How many ids of incoming requests are remembered, so that one delivered twice is done once. */
const rememberedRequests = 256

const methodNotFound = -32601

export type PeerOptions = {
  transport: Transport
  /** 128 random bits: the first half of every id of this side. */
  session: string
  timers: VisibleTimers
  note: TakeNote
  /** Answers a request of the other side; undefined: no such method. Where it throws, the other side gets HOST_FAULT. */
  onRequest(
    method: string,
    params: Unread,
    id: MessageId,
  ): Answer<unknown> | undefined | Promise<Answer<unknown> | undefined>
  /** Takes a notification of the other side. false: not known. */
  onNotice(method: string, params: Unread): boolean
  /** Told after each attempt to send and each message: whether the other end can be reached. */
  onReachable(reachable: boolean): void
}

/** One end of a JSON-RPC 2.0 conversation. Both ends are the same code. */
export interface Peer {
  /**
   * Asks the other side. The promise never rejects and settles once: with the result (not yet looked at), the other
   * side's error, TIMEOUT, TOO_LARGE (not sent), HOST_GONE (not sent, or closed meanwhile), HOST_FAULT (the native call
   * failed).
   */
  call(method: string, params: object, limits: CallLimits): Promise<Answer<unknown>>
  /** Tells the other side. What cannot be sent is logged. */
  notify(method: string, params: object): void
  /** Settles every open call with HOST_GONE and ends the transport. */
  close(): void
}

type Outgoing = { id?: MessageId; method?: string; params?: object; result?: unknown; error?: object }
type OpenCall = { settle(answer: Answer<unknown>): void; progress(): void }

/** Starts to listen on the transport and gives the means to speak on it. */
export function createPeer(options: PeerOptions): Peer {
  const { transport, session, timers, note, onReachable } = options
  const open = new Map<unknown, OpenCall>()
  const seen: MessageId[] = []
  let count = 0
  let closed = false

  /** Gives why it was not sent; undefined: sent. */
  const send = (message: Outgoing): "TOO_LARGE" | "HOST_GONE" | undefined => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message })
    if (tooLarge(text)) return "TOO_LARGE"
    if (closed) return "HOST_GONE"
    try {
      const given = transport.post(text)
      onReachable(true)
      // Some native calls give their reply as a promise; a rejected one means that this message came to nothing.
      Promise.resolve(given).then(
        (data) => data == null || receive(data),
        () => open.get(message.id)?.settle(failure("HOST_FAULT")),
      )
    } catch {
      // The native object is gone, or was never there.
      onReachable(false)
      return "HOST_GONE"
    }
  }

  const reply = (id: MessageId, answer: Answer<unknown>) => {
    if (answer.ok) return send({ id, result: answer.value ?? null })
    const { code, message, ...data } = answer.error
    return send({ id, error: { code, message, data } })
  }

  const answer = async (method: string, params: Unread, id: MessageId) => {
    if (seen.includes(id)) return note("doubled")
    seen.push(id)
    if (seen.length > rememberedRequests) seen.shift()
    let outcome: Answer<unknown> = failure("HOST_FAULT", methodNotFound)
    try {
      outcome = (await options.onRequest(method, params, id)) ?? outcome
    } catch {
      // The handler is not ours; whoever asked still gets an answer.
      note("handler")
      outcome = failure("HOST_FAULT")
    }
    if (reply(id, outcome) === "TOO_LARGE") reply(id, failure("TOO_LARGE"))
  }

  function receive(data: unknown): void {
    const message = closed ? undefined : parseMessage(data)
    if (!message) return void note("malformed")
    onReachable(true)
    if (message.kind === "request") void answer(message.method, message.params, message.id)
    else if (message.kind === "reply") {
      const call = open.get(message.id)
      if (call) call.settle(message.answer)
      else note("late")
    } else {
      const { method, params } = message
      try {
        if (method === "$/progress") open.get(params.id)?.progress()
        else if (!options.onNotice(method, params)) note("unknown")
      } catch {
        // The handler is not ours, and nobody waits for an answer.
        note("handler")
      }
    }
  }

  transport.subscribe(receive)

  return {
    call: (method, params, [totalMs, idleMs]) =>
      new Promise((resolve) => {
        const id = `${session}-${++count}`
        const expire = () => settle(failure("TIMEOUT"))
        const cancelTotal = timers.after(totalMs, expire)
        let cancelIdle = () => {}
        const progress = () => {
          cancelIdle()
          if (idleMs) cancelIdle = timers.after(idleMs, expire)
        }
        const settle = (outcome: Answer<unknown>) => {
          if (!open.delete(id)) return
          cancelTotal()
          cancelIdle()
          note(outcome.ok ? "received" : outcome.error.reason, method, id)
          resolve(outcome)
        }
        progress()
        open.set(id, { settle, progress })
        note("sent", method, id)
        const unsent = send({ id, method, params })
        if (unsent) settle(failure(unsent))
      }),
    notify(method, params) {
      note(send({ method, params }) ?? "sent", method)
    },
    close() {
      closed = true
      transport.close()
      for (const call of open.values()) call.settle(failure("HOST_GONE"))
    },
  }
}
