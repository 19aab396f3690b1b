import type { Transport } from "../transport.ts"
import { portTransport } from "../transports/port.ts"

/** The host's end of a MessageChannel whose other end the app has. */
export function portEndpoint(port: MessagePort): Transport {
  return {
    ...portTransport("port", port),
    post(text) {
      port.postMessage(objectOrText(text))
    },
  }
}

/** A port carries objects; a text that is no JSON goes as it is, so that faults can be sent on purpose. */
function objectOrText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
