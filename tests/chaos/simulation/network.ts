import type { Fetch } from "../../../src/client/request.ts"
import { type After, pause } from "../../../src/outbox/timer.ts"
import type { Fault } from "../faults/faultKinds.ts"
import { type Passage, passThrough } from "../faults/passThrough.ts"
import type { SimulatedService } from "./simulatedService.ts"

export type NetworkParts = {
  handle: SimulatedService["handle"]
  /** What the next request meets. */
  nextFault: () => Fault | null
  isOffline: () => boolean
  after: After
}

/** A browser's `fetch` over the simulated network: answers, breaks, or says nothing until it is given up. */
export function simulatedFetch({ handle, nextFault, isOffline, after }: NetworkParts): Fetch {
  return async (input, init = {}) => {
    const { signal, method = "GET", headers, body } = init
    if (isOffline()) throw new TypeError("Failed to fetch")
    const request = { method, headers: headers ?? {}, body: body ?? null }
    const { pathname, search } = new URL(String(input))
    const passed = passThrough(
      nextFault(),
      () => handle(pathname + search, request),
      (ms) => pause(ms, after),
    )
    const given = new Promise<never>((_, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason))
    })
    given.catch(() => undefined)
    return Promise.race([passed.then((passage) => arrive(passage, after, given)), given])
  }
}

/** What the page gets of it. `given`: rejects when the page gives up. */
async function arrive(passage: Passage, after: After, given: Promise<never>): Promise<Response> {
  if (passage.end === "silence") await pause(passage.forMs, after)
  if (passage.end !== "answer") throw new TypeError("Failed to fetch")
  const { answer, slowMs } = passage
  const { status, headers, text } = answer
  if (slowMs === undefined) return new Response(text, { status, headers })
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      given.catch((reason) => controller.error(reason))
      after(slowMs, () => {
        try {
          controller.enqueue(new TextEncoder().encode(text))
          controller.close()
        } catch {
          // Given up meanwhile.
        }
      })
    },
  })
  return new Response(body, { status, headers })
}
