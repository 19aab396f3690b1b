import type { Transport } from "../transport.ts"

/** A MessagePort as a transport: it carries objects, and nobody but the holder of its other end can speak on it. */
export function portTransport(name: string, port: MessagePort): Transport {
  return {
    name,
    post(text) {
      port.postMessage(JSON.parse(text))
    },
    subscribe(listener) {
      port.onmessage = (event) => listener(event.data)
    },
    close() {
      port.onmessage = null
      port.close()
    },
  }
}
