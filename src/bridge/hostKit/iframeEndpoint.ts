import type { BridgeEvent } from "../surroundings.ts"
import type { Transport } from "../transport.ts"
import { ack, syn } from "../transports/handshake.ts"
import { portEndpoint } from "./portEndpoint.ts"

/** The page that embeds the app: where the app's first word arrives. */
export type HostWindow = {
  addEventListener(type: "message", listener: (event: BridgeEvent) => void): void
  removeEventListener(type: "message", listener: (event: BridgeEvent) => void): void
}

export type IframeEndpointOptions = {
  /** Exact origin of the app, such as "https://app.example". */
  appOrigin: string
  /** The embedding page's window; by default the global one. */
  window?: HostWindow
  /** Told of window messages that were refused, and by which check. */
  refused?: (check: "source" | "origin" | "form") => void
}

type AppWindow = { postMessage(message: unknown, targetOrigin: string, ports: Transferable[]): void }

/**
 * The host's end of an iframe. Listens for the app's empty first word and answers it with a private MessagePort, after
 * checking, in this order: sent by this iframe's window, of exactly this origin, the right word.
 * A reloaded app asks again and gets a new port; the old one is closed as soon as the new one speaks.
 * @throws TypeError when `appOrigin` is not an origin ("*" and "null" are none): a mistake in the page, not a state
 */
export function iframeEndpoint(
  iframe: { readonly contentWindow: unknown },
  { appOrigin, window = globalThis as unknown as HostWindow, refused }: IframeEndpointOptions,
): Transport {
  if (new URL(appOrigin).origin !== appOrigin) throw new TypeError(`not an origin: ${appOrigin}`)
  const ports = new Set<Transport>()
  let current: Transport | undefined
  let listener: (data: unknown) => void = () => {}

  const offer = (to: AppWindow) => {
    const { port1, port2 } = new MessageChannel()
    const port = portEndpoint(port1)
    ports.add(port)
    port.subscribe((data) => {
      // The app keeps the first port that reaches it; which one that was shows when it speaks.
      current = port
      for (const other of ports) if (other !== port && ports.delete(other)) other.close()
      listener(data)
    })
    to.postMessage(ack, appOrigin, [port2])
  }

  const hear = (event: BridgeEvent) => {
    if (!event.source || event.source !== iframe.contentWindow) refused?.("source")
    else if (event.origin !== appOrigin) refused?.("origin")
    else if (event.data !== syn) refused?.("form")
    else offer(event.source as AppWindow)
  }
  window.addEventListener("message", hear)

  return {
    name: "iframe",
    post(text) {
      if (!current) throw new Error("the app has not spoken yet")
      current.post(text)
    },
    subscribe(next) {
      listener = next
    },
    close() {
      window.removeEventListener("message", hear)
      for (const port of ports) port.close()
    },
  }
}
