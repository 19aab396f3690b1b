import type { Transport } from "../../bridge/transport.ts"

export type RawMessage = Record<string, unknown>

export type RawWireOptions = {
  transport: Transport
  /** 128 random bits in hex: the first half of every id. */
  session: string
  after(ms: number, run: () => void): () => void
  /** How long an answer may take, and how long silence must last to count as silence. Milliseconds. */
  limits: { answerMs: number; silenceMs: number }
}

/**
 * A conversation with nothing between the checks and the wire: what the bridge of the app would refuse, forgive or drop
 * can be sent and seen.
 */
export interface RawWire {
  /** Calls the host. Gives the whole reply; undefined: none came in time. `id`: in another page's name. */
  ask(method: string, params: object, over?: { id?: string; ms?: number }): Promise<RawMessage | undefined>
  /** Tells the host. */
  notify(method: string, params: object): void
  /** Sends something that is no message (any JSON text). */
  sendText(text: string): void
  /** Waits, and gives what came meanwhile that nobody had asked for. */
  listen(): Promise<readonly RawMessage[]>
  /** Ids that have been answered more than once. */
  answeredAgain(): readonly string[]
  /** Goes on as a page that was loaded anew: with ids of its own. */
  renew(session: string): void
  /** Names who gets the host's own requests and notifications; a given value is sent back as the result. */
  onHostMessage(listener: (method: string, params: RawMessage) => object | undefined): void
  readonly session: string
  close(): void
}

/** Starts to listen on the transport. */
export function rawWire({ transport, after, limits, ...options }: RawWireOptions): RawWire {
  let { session } = options
  let count = 0
  let onHostMessage: (method: string, params: RawMessage) => object | undefined = () => undefined
  const waiting = new Map<unknown, (reply: RawMessage) => void>()
  const answered = new Map<unknown, number>()
  const strays = new Set<RawMessage[]>()

  const send = (message: object) => transport.post(JSON.stringify({ jsonrpc: "2.0", ...message }))
  const receive = (data: unknown) => {
    const message = asObject(typeof data === "string" ? parsed(data) : data)
    const { id, method } = message
    if (typeof method === "string") {
      const result = onHostMessage(method, asObject(message.params))
      if (id !== undefined) send({ id, result: result ?? {} })
      return
    }
    // Native calls give all kinds of things back; what is no reply at all is as if it had not come.
    if (!("result" in message || "error" in message)) return
    const settle = waiting.get(id)
    if (answered.has(id)) answered.set(id, (answered.get(id) ?? 0) + 1)
    if (settle) settle(message)
    else for (const list of strays) list.push(message)
  }
  const deliver = async (given: unknown) => {
    // Some native calls give their reply as a promise.
    const reply = await Promise.resolve(given).catch(() => undefined)
    if (reply != null) receive(reply)
  }
  transport.subscribe(receive)

  return {
    get session() {
      return session
    },
    ask(method, params, over = {}) {
      count += 1
      const id = over.id ?? `${session}-${count}`
      return new Promise((resolve) => {
        const settle = (reply: RawMessage | undefined) => {
          waiting.delete(id)
          cancel()
          resolve(reply)
        }
        const cancel = after(over.ms ?? limits.answerMs, () => settle(undefined))
        waiting.set(id, settle)
        answered.set(id, 0)
        void deliver(send({ id, method, params }))
      })
    },
    notify: (method, params) => void deliver(send({ method, params })),
    sendText: (text) => void deliver(transport.post(text)),
    listen: () =>
      new Promise((resolve) => {
        const heard: RawMessage[] = []
        strays.add(heard)
        after(limits.silenceMs, () => {
          strays.delete(heard)
          resolve(heard)
        })
      }),
    answeredAgain: () => [...answered].filter(([, times]) => times > 1).map(([id]) => String(id)),
    renew(next) {
      session = next
      count = 0
    },
    onHostMessage(listener) {
      onHostMessage = listener
    },
    close: () => transport.close(),
  }
}

/** An object as it is; anything else as one without members. */
export function asObject(value: unknown): RawMessage {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as RawMessage) : {}
}

/** The code of a reply's error; undefined: it is a result, or there is no reply. */
export function errorCode(reply: RawMessage | undefined): unknown {
  return asObject(reply?.error).code
}

/** What a reply says, in words for a report. */
export function replyText(reply: RawMessage | undefined): string {
  if (!reply) return "no answer"
  if (reply.error !== undefined) return `error ${String(errorCode(reply))}`
  const text = JSON.stringify(reply.result) ?? "no result"
  return `the result ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Whoever waits for this reply will say that none came.
    return undefined
  }
}
