import { routes } from "../contract/routes.ts"
import { noAnswer, readAnswer } from "./answer.ts"
import type { PutEntry } from "./contestApi.ts"
import { isProblem } from "./readProblem.ts"
import { isReceipt } from "./readReceipt.ts"

export type Fetch = typeof globalThis.fetch

/**
 * Delivery by plain fetch, for page and worker alike: no ky, no schema library. One request, never repeated here; the
 * outbox decides when to try again. `api`: base URL without trailing slash. Delivered ⇔ status 200 or 201 and a valid
 * receipt (design/outbox.md); whether it is this entry's receipt, the outbox checks. A redirect is an error, because a
 * captive portal answers with one. The caller's signal bounds the time of the answer and of its body.
 */
export function fetchPutEntry(api: string, fetch: Fetch): PutEntry {
  return async ({ contest, round, ticket, body }, signal) => {
    try {
      const response = await fetch(api + routes.entry(contest, round), {
        method: "PUT",
        headers: { authorization: `Bearer ${ticket}`, "content-type": "application/json" },
        body,
        redirect: "error",
        cache: "no-store",
        credentials: "omit",
        signal,
      })
      const arrived = { status: response.status, headers: response.headers, text: await response.text() }
      return readAnswer(
        arrived,
        [200, 201],
        (json) => (isReceipt(json) ? json : null),
        (json) => (isProblem(json) ? json : null),
      )
    } catch {
      // fetch rejects for lost networks, redirects and time-outs alike; its words may hold the request, so they go.
      return noAnswer("unreachable", signal.aborted ? "no answer in time" : "connection failed")
    }
  }
}
