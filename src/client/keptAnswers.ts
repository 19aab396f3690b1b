import type { Fetch } from "./request.ts"

/** How long the network may take before a kept answer goes out instead. */
const patienceMs = 4000

export type KeptAnswersParts = {
  fetch: Fetch
  /** The cache for answers; may reject where storage is forbidden. */
  open: () => Promise<Pick<Cache, "match" | "put">>
  /** Calls once after so many milliseconds; gives the function that calls it off. */
  after: (ms: number, action: () => void) => () => void
}

/**
 * Whether an answer to this request may be kept: a contest's description, its practice questions or a paper, the same
 * for everyone, asked for without any credential.
 */
export function isKeepable({ method, url, headers }: Pick<Request, "method" | "url" | "headers">): boolean {
  return (
    method === "GET" &&
    !headers.has("authorization") &&
    /\/contests\/[^/]+(\/rounds\/\d+\/paper|\/practice)?$/.test(new URL(url).pathname)
  )
}

/**
 * Answers from the network, and from what was kept where that fails, is no answer of this API, or takes over 4 s.
 * A kept answer has no `Date`: time is taken from the network only. `keepAlive` is given what goes on after the answer.
 * Rejects like fetch where there is neither.
 */
export function networkThenKept({ fetch, open, after }: KeptAnswersParts) {
  async function keep(request: Request, answer: Response): Promise<void> {
    if (!isKeepable(request) || answer.status !== 200 || !speaksTheApi(answer)) return
    if (/no-store|private/.test(answer.headers.get("cache-control") ?? "")) return
    const text = await answer.text()
    // One cut short must not take the place of a whole one.
    JSON.parse(text)
    const headers = new Headers(answer.headers)
    headers.delete("date")
    await (await open()).put(request.url, new Response(text, { headers }))
  }

  async function keptFor(request: Request): Promise<Response | undefined> {
    try {
      return await (await open()).match(request.url, { ignoreVary: true })
    } catch {
      // Storage forbidden or broken: nothing is kept.
      return undefined
    }
  }

  return async (request: Request, keepAlive: (work: Promise<unknown>) => void): Promise<Response> => {
    const network = fetch(request)
    const copy = network.then((answer) => answer.clone())
    keepAlive(copy.then((answer) => keep(request, answer)).catch(() => undefined))

    let cancel = () => {}
    const slow = new Promise<"slow">((resolve) => {
      cancel = after(patienceMs, () => resolve("slow"))
    })
    // The failure itself is met below, where the network's promise is what is left to give.
    const first = await Promise.race([network, slow]).catch(() => null)
    cancel()
    if (first instanceof Response && speaksTheApi(first)) return first
    return (await keptFor(request)) ?? network
  }
}

/** A captive portal or a proxy does not. */
function speaksTheApi(answer: Response): boolean {
  return /^application\/(problem\+)?json\b/.test(answer.headers.get("content-type") ?? "")
}
