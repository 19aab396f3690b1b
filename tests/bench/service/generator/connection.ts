import { once } from "node:events"
import { connect } from "node:net"

/** What came back of a request. */
export type Answer = { status: number; body: string }

/** A kept-alive HTTP/1.1 connection, one request at a time. */
export type Connection = {
  /** Sends a whole request as it stands. Rejects when the connection breaks, or with an answer without a length. */
  send(request: Buffer): Promise<Answer>
  close(): void
}

type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void }

/** All connections read into it, as each takes out what came before the next one's turn. */
const readBuffer = Buffer.alloc(65_536)

/**
 * Opens a connection to `origin` (`http://127.0.0.1:port`). It does no more than it must, as the load and what is loaded share the
 * processors: requests are ready bytes, of an answer only status, Content-Length and body are read.
 */
export async function openConnection(origin: string): Promise<Connection> {
  const { hostname, port } = new URL(origin)
  let waiting: Waiting | null = null
  let received = ""
  const settle = (end: (one: Waiting) => void) => {
    const one = waiting
    waiting = null
    if (one) end(one)
  }
  const receive = (length: number) => {
    received += readBuffer.toString("latin1", 0, length)
    const answer = readAnswer(received)
    if (answer !== "not yet") {
      received = ""
      settle(({ resolve, reject }) => (answer instanceof Error ? reject(answer) : resolve(answer)))
    }
    return true
  }
  const onread = { buffer: readBuffer, callback: receive }
  const socket = connect({ host: hostname, port: Number(port), noDelay: true, onread })
  await once(socket, "connect")
  socket.on("error", (error) => settle(({ reject }) => reject(error)))
  socket.on("close", () => settle(({ reject }) => reject(new Error("the connection was closed"))))
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

function readAnswer(text: string): Answer | Error | "not yet" {
  const headEnd = text.indexOf("\r\n\r\n")
  if (headEnd < 0) return "not yet"
  const status = Number(text.slice(9, 12))
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, headEnd)) ?? []
  if (length === undefined && status !== 304) return new Error(`an answer ${status} without a length`)
  const bodyEnd = headEnd + 4 + Number(length ?? 0)
  return text.length < bodyEnd ? "not yet" : { status, body: text.slice(headEnd + 4, bodyEnd) }
}
