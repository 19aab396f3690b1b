import type { VisibleTimers } from "./clock.ts"
import { type Failure, failure } from "./failure.ts"
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
  /** 128 random bits in hex: the first half of every id of this side. */
  session: string
  timers: VisibleTimers
  note: TakeNote
  /** Answers a request of the other side; undefined: no such method. May throw or reject: the other side gets HOST_FAULT. */
  onRequest(
    method: string,
    params: Unread,
    id: MessageId,
  ): Answer<unknown> | undefined | Promise<Answer<unknown> | undefined>
  /** Takes a notification of the other side. false: not known. */
  onNotice(method: string, params: Unread): boolean
  /** Told after each attempt to send and each message: whether the other end can be reached. */
  onReachable?(reachable: boolean): void
}

/** One end of a JSON-RPC 2.0 conversation. Both ends are the same code. */
export interface Peer {
  /**
   * Asks the other side. The promise never rejects and settles once: with the result (not yet looked at), the other
   * side's error, TIMEOUT, TOO_LARGE (not sent), HOST_GONE (not sent, or closed meanwhile), HOST_FAULT.
   */
  call(method: string, params: object, limits: CallLimits): Promise<Answer<unknown>>
  /** Tells the other side. What cannot be sent is logged. */
  notify(method: string, params: object): void
  /** Settles every open call with HOST_GONE and ends the transport. */
  close(): void
}

type OpenCall = { settle(answer: Answer<unknown>): void; progress(): void }

/** Starts to listen on the transport and gives the means to speak on it. */
export function createPeer(options: PeerOptions): Peer {
  const { transport, session, timers, note, onReachable } = options
  const open = new Map<MessageId, OpenCall>()
  const seen: MessageId[] = []
  let count = 0
  let closed = false

  /** undefined: sent. */
  const send = (message: object, about?: string, id?: string): Failure | undefined => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message })
    if (tooLarge(text)) {
      note("too large", about, id)
      return failure("TOO_LARGE")
    }
    try {
      if (closed) throw 0
      const given = transport.post(text)
      onReachable?.(true)
      note("sent", about, id)
      // Some native calls give their reply as a promise; a rejected one means that this message came to nothing.
      Promise.resolve(given).then(
        (data) => data === undefined || data === null || receive(data),
        () => {
          note("transport", about, id)
          if (id) open.get(id)?.settle(failure("HOST_FAULT"))
        },
      )
    } catch {
      // The native object is gone, or was never there.
      note("gone", about, id)
      if (!closed) onReachable?.(false)
      return failure("HOST_GONE")
    }
  }

  const answer = async (method: string, params: Unread, id: MessageId) => {
    if (seen.includes(id)) return note("doubled")
    seen.push(id)
    if (seen.length > rememberedRequests) seen.shift()
    let outcome: Answer<unknown>
    try {
      const given = await options.onRequest(method, params, id)
      if (!given) note("unknown")
      outcome = given ?? failure("HOST_FAULT", methodNotFound)
    } catch {
      // The handler is not ours; whoever asked still gets an answer.
      note("handler")
      outcome = failure("HOST_FAULT")
    }
    const unsent = send({ id, ...wireForm(outcome) })
    if (unsent?.error.reason === "TOO_LARGE") send({ id, ...wireForm(unsent) })
  }

  function receive(data: unknown): void {
    if (closed) return
    const message = parseMessage(data)
    if (message) onReachable?.(true)
    if (!message) note("malformed")
    else if (message.kind === "request") void answer(message.method, message.params, message.id)
    else if (message.kind === "notice") {
      const { method, params } = message
      if (method === "$/progress") open.get(params.id as MessageId)?.progress()
      else {
        try {
          if (!options.onNotice(method, params)) note("unknown")
        } catch {
          // The handler is not ours; nobody waits for an answer.
          note("handler")
        }
      }
    } else {
      const call = open.get(message.id)
      if (call) call.settle(message.answer)
      else note("late")
    }
  }

  transport.subscribe(receive)

  return {
    call: (method, params, { total, idle }) =>
      new Promise((resolve) => {
        const id = `${session}-${++count}`
        const expire = () => {
          note("timeout", method, id)
          settle(failure("TIMEOUT"))
        }
        const startIdle = () => (idle ? timers.after(idle, expire) : () => {})
        const cancelTotal = timers.after(total, expire)
        let cancelIdle = startIdle()
        const settle = (outcome: Answer<unknown>) => {
          if (!open.delete(id)) return
          cancelTotal()
          cancelIdle()
          if (outcome.ok) note("received", method, id)
          resolve(outcome)
        }
        open.set(id, {
          settle,
          progress() {
            cancelIdle()
            cancelIdle = startIdle()
          },
        })
        const unsent = send({ id, method, params }, method, id)
        if (unsent) settle(unsent)
      }),
    notify(method, params) {
      send({ method, params }, method)
    },
    close() {
      closed = true
      transport.close()
      for (const call of open.values()) call.settle(failure("HOST_GONE"))
    },
  }
}

function wireForm(outcome: Answer<unknown>): object {
  if (outcome.ok) return { result: outcome.value ?? null }
  const { reason, code, message, retryable } = outcome.error
  return { error: { code, message, data: { reason, retryable } } }
}
