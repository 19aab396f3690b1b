import type { Fetch } from "../../src/client/request.ts"

export const secret = "header.very-secret-payload.signature"
export const api = "https://service.example/api/v1"

/** A fetch that answers what the test says, in turn, and the last one from then on; it remembers its requests. */
export function fakeFetch(...answers: ((request: Request) => Response | Promise<Response>)[]) {
  const requests: Request[] = []
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input, init)
    requests.push(request)
    const answer = answers[Math.min(requests.length, answers.length) - 1]
    if (answer === undefined) throw new TypeError("fetch failed")
    return answer(request)
  }
  return { fetch, requests }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}) {
  return () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { "content-type": "application/json", ...headers },
    })
}

export function html(status: number) {
  return () =>
    new Response("<html>Sign in to the Wi-Fi</html>", {
      status,
      headers: { date: "x", "content-type": "text/html" },
    })
}

/** The connection breaks, in words that hold the request's secrets. */
export function broken(): Response {
  throw new TypeError(`Failed to fetch with Bearer ${secret}`)
}

/** No answer until the caller gives up. */
export function silence(request: Request): Promise<Response> {
  return new Promise((_, reject) => {
    request.signal.addEventListener("abort", () => reject(request.signal.reason))
  })
}
