import type { VisibleTimers } from "../../bridge/clock.ts"
import { detectTransport } from "../../bridge/detect.ts"
import type { BridgeWindow } from "../../bridge/surroundings.ts"
import { syn } from "../../bridge/transports/handshake.ts"
import type { ChildFrame } from "./check.ts"
import { greeting } from "./checks/pages.ts"
import { rawWire } from "./rawWire.ts"

/** How long the inner page waits for the host, in milliseconds. */
const waitMs = 1000

/** This word from the inner page means that the page around the app has given it a port. */
const answeredWord = "bridge-check:answered"

/**
 * Loads a page inside of this one that greets the host in each way there is: by a word to the page around the app, and
 * through whatever native object the webview puts into inner frames.
 */
export async function askFromChildFrame(
  window: Window & typeof globalThis,
  timers: VisibleTimers,
  session: string,
): Promise<ChildFrame> {
  const { document } = window
  const frame = document.createElement("iframe")
  frame.hidden = true
  frame.title = "An inner page of the bridge check"
  // Only a script of its own speaks in the inner page's name: the host must see it as the sender.
  frame.srcdoc = `<script>
    addEventListener("message", (event) => event.ports.length && parent.postMessage("${answeredWord}", "*"))
    if (parent.parent !== parent) parent.parent.postMessage("${syn}", "*")
  </script>`
  let isAnswered = false
  const hear = (event: MessageEvent) => {
    if (event.source === frame.contentWindow && event.data === answeredWord) isAnswered = true
  }
  window.addEventListener("message", hear)
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }))
  document.body.append(frame)
  try {
    await loaded
    const native = await nativeAnswer(frame.contentWindow as unknown as BridgeWindow, timers, session)
    if (native === null) await new Promise<void>((resolve) => timers.after(waitMs, resolve))
    return isAnswered ? "answered" : (native ?? "silent")
  } finally {
    window.removeEventListener("message", hear)
    frame.remove()
  }
}

/** null: the webview puts nothing into inner frames. */
async function nativeAnswer(
  window: BridgeWindow,
  timers: VisibleTimers,
  session: string,
): Promise<ChildFrame | null> {
  const transport = await detectTransport(window, { hostOrigins: [] }, timers, () => {})
  if (!transport) return null
  const limits = { answerMs: waitMs, silenceMs: waitMs }
  const wire = rawWire({ transport, session, after: timers.after, limits })
  const reply = await wire.ask("bridge.hello", greeting)
  wire.close()
  if (!reply) return "silent"
  return transport.name === "android-interface" ? "unavoidable" : "answered"
}
