import { noAnswer, readAnswer } from "./answer.ts"
import type { Outcome } from "./contestApi.ts"
import type { Read } from "./read.ts"

export type Fetch = typeof globalThis.fetch

/** What is asked. `body`: JSON text. `cache`: unless given, no cache may answer. */
export type Asked = { method?: string; credential?: string; body?: string; cache?: RequestCache }

/**
 * One request by plain fetch and what came of it; never repeated here, never rejects. A redirect is an error, because a
 * captive portal answers with one. The caller's signal bounds the time of the answer and of its body.
 */
export async function request<T>(
  fetch: Fetch,
  url: string,
  read: Read<T>,
  { method = "GET", credential, body, cache = "no-store" }: Asked,
  signal: AbortSignal,
): Promise<Outcome<T>> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: "application/json, application/problem+json",
        ...(credential !== undefined && { authorization: `Bearer ${credential}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body }),
      redirect: "error",
      cache,
      credentials: "omit",
      signal,
    })
    const arrived = { status: response.status, headers: response.headers, text: await response.text() }
    return readAnswer(arrived, read)
  } catch {
    // fetch rejects for lost networks, redirects and time-outs alike; its words may hold the request, so they go.
    return noAnswer("unreachable", signal.aborted ? "no answer in time" : "connection failed")
  }
}
