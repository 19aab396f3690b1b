import type { Fetch } from "./request.ts"

/** As long as the client waits for an answer. */
const patienceMs = 15_000

/** A request under way. `arrivedMs`: when its answer came, by the clock that was given. */
export type Ahead = { url: string; arrival: Promise<{ answer: Response; arrivedMs: number }> }

/** Asks these addresses at once, before the scripts are there that read the answers: see `takeAhead`. */
export function fetchAhead(urls: readonly string[], fetch: Fetch, nowMs: () => number): Ahead[] {
  return urls.map((url) => {
    const init: RequestInit = {
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    }
    const arrival = fetch(url, init).then((answer) => ({ answer, arrivedMs: nowMs() }))
    // Perhaps nobody asks for it; who does finds the failure.
    arrival.catch(() => {})
    return { url, arrival }
  })
}
