import type { NoAnswer, Outcome } from "./contestApi.ts"
import { fault, type Read } from "./read.ts"
import { readProblem } from "./readProblem.ts"

/** What came over the network: status, headers, and the whole body as text. */
export type Arrived = { status: number; headers: Headers; text: string }

/** No answer of the service. `detail` is fixed words: nothing of the request, so no token, can be in it. */
export function noAnswer(code: NoAnswer["code"], detail: string): Outcome<never> {
  return { ok: false, problem: { code, retry: "same", detail }, serviceTime: null }
}

/**
 * Reads an answer. Value: status 200 or 201 and a body that `readValue` takes. Refusal: status 400 or above and a body
 * that is a problem, with Retry-After in seconds. Everything else is "unreadable": another server may have spoken
 * (captive portal, proxy), so its Date is not the service's either.
 */
export function readAnswer<T>({ status, headers, text }: Arrived, readValue: Read<T>): Outcome<T> {
  const json = parseJson(text)
  const serviceTime = instantOf(headers.get("date"))
  if (status === 200 || status === 201) {
    const value = readValue(json)
    if (value !== fault) return { ok: true, value, serviceTime }
  }
  const problem = status >= 400 ? readProblem(json) : fault
  if (problem === fault) return noAnswer("unreadable", `status ${status}, no answer of this API`)
  const retryAfterSeconds = retryAfter(headers.get("retry-after"), serviceTime)
  return {
    ok: false,
    problem: retryAfterSeconds === null ? problem : { ...problem, retryAfterSeconds },
    serviceTime,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // HTML of a captive portal, or a body cut short: the caller reports "unreadable".
    return undefined
  }
}

/** Milliseconds since 1970 of an HTTP date; null where there is none. */
function instantOf(date: string | null): number | null {
  const instant = date === null ? Number.NaN : Date.parse(date)
  return Number.isNaN(instant) ? null : instant
}

/** RFC 9110 Retry-After: seconds, or a date, which counts from the same answer's Date: the phone's clock may be wrong. */
function retryAfter(header: string | null, serviceTime: number | null): number | null {
  if (header === null) return null
  if (/^\d+$/.test(header.trim())) return Number(header)
  const until = instantOf(header)
  return until === null || serviceTime === null ? null : Math.max(0, Math.ceil((until - serviceTime) / 1000))
}
