import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"

// Answers every request with what it was given on standard input. Prints its port.
const body = await text(process.stdin)
const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) }
const server = createServer((_, answer) => answer.writeHead(200, headers).end(body)).listen(0, "127.0.0.1")
await once(server, "listening")
process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
