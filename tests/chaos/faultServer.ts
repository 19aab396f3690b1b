import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { ticketOwner } from "../../src/contract/ticketOwner.ts"
import type { Fault } from "./faults/faultKinds.ts"
import { type Answer, passThrough } from "./faults/passThrough.ts"

export type FaultServerParts = {
  /** Origin of the real service. */
  target: string
  /** What the next call of the API by this phone meets. */
  nextFault: (phone: number) => Fault | null
  /** Whether nothing of this phone gets through at all. */
  isCut: (phone: number) => boolean
  /** Files of its own, by path. */
  files: ReadonlyMap<string, { type: string; text: string }>
  /** What stands before the worker's own script on this phone. */
  workerPrefix: (phone: number) => string
}

type Receipt = { code: string; entryHash: string }

/**
 * A server before the real service, which every phone reaches under an origin of its own (`p7.localhost`). Faults
 * strike what is sent to the API; the page and its files come through.
 */
export async function startFaultServer(parts: FaultServerParts) {
  /** Every receipt that the service has given, by owner: noted before the phone can learn of it. */
  const given = new Map<string, Receipt[]>()
  const server = createServer((request, response) => {
    handle(parts, given, request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    originOf: (phone: number) => `http://p${phone}.localhost:${port}`,
    given: (owner: string): readonly Receipt[] => given.get(owner) ?? [],
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function handle(
  parts: FaultServerParts,
  given: Map<string, Receipt[]>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { url = "/", method = "GET", headers } = request
  const phone = Number(/^p(\d+)\./.exec(headers.host ?? "")?.[1] ?? 0)
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  if (parts.isCut(phone)) return void request.socket.destroy()
  const file = parts.files.get(url)
  if (file) return void response.writeHead(200, { "content-type": file.type }).end(file.text)

  const forward = async (): Promise<Answer & { bytes: Buffer }> => {
    const { authorization, "content-type": type } = headers
    const answer = await fetch(parts.target + url, {
      method,
      headers: { ...(authorization && { authorization }), ...(type && { "content-type": type }) },
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const text = bytes.toString()
    if (method === "PUT" && answer.ok) {
      const owner = ticketOwner(authorization ?? "") ?? ""
      given.set(owner, [...(given.get(owner) ?? []), JSON.parse(text)])
    }
    const kept = ["content-type", "cache-control", "date", "etag", "retry-after"]
    return {
      status: answer.status,
      headers: Object.fromEntries([...answer.headers].filter(([name]) => kept.includes(name))),
      text,
      bytes,
    }
  }
  if (method === "GET") {
    const { status, headers: kept, bytes } = await forward()
    const prefix = url === "/worker.js" ? parts.workerPrefix(phone) : ""
    return void response.writeHead(status, kept).end(Buffer.concat([Buffer.from(prefix), bytes]))
  }

  const passage = await passThrough(parts.nextFault(phone), forward, (ms) => sleep(ms).then(() => {}))
  if (passage.end === "silence") await sleep(passage.forMs)
  if (passage.end !== "answer") return void request.socket.destroy()
  const { answer, slowMs } = passage
  response.writeHead(answer.status, answer.headers)
  if (slowMs === undefined) return void response.end(answer.text)
  const half = Math.floor(answer.text.length / 2)
  response.write(answer.text.slice(0, half))
  await sleep(slowMs)
  response.end(answer.text.slice(half))
}
