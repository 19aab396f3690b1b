import type { Fetch } from "./request.ts"

/** A request under way. `arrivedMs`: when its answer came, by the clock that `takeAhead` is given; null: none came. */
export type Ahead = { url: string; arrival: Promise<{ answer: Response; arrivedMs: number } | null> }

declare global {
  interface Window {
    /** What the service has told the page to ask for, asked by the few lines of script in index.html before any other runs. */
    readonly ahead?: readonly Ahead[]
  }
}

/**
 * A fetch that hands what was asked ahead to the first who asks for its address; whatever else, whoever comes later, and
 * what got no answer goes to the network. `nowMs`: the clock by which the answers arrived. An answer's Date is put forward by the time that it
 * has waited here, because the service's clock is told from it.
 */
export function takeAhead(ahead: readonly Ahead[], fetch: Fetch, nowMs: () => number): Fetch {
  const waiting = new Map<unknown, Ahead["arrival"]>(ahead.map(({ url, arrival }) => [url, arrival]))
  return async (url, ...rest) => {
    const arrival = waiting.get(url)
    waiting.delete(url)
    const arrived = await arrival
    if (!arrived) return fetch(url, ...rest)
    const { answer, arrivedMs } = arrived
    const headers = new Headers(answer.headers)
    const date = Date.parse(headers.get("date") ?? "")
    if (date) headers.set("date", new Date(date + nowMs() - arrivedMs).toUTCString())
    return new Response(answer.body, { status: answer.status, headers })
  }
}
