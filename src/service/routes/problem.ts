import type { Context } from "hono"
import type { Instant } from "../../contest/vocabulary.ts"
import type { ProblemCode } from "../../contract/problemCodes.ts"
import { type Problem, problems } from "../../contract/problems.ts"
import { toIso } from "../clock.ts"

const titles: Record<ProblemCode, string> = {
  malformed: "The request cannot be read",
  "identity-missing": "An identity token is needed",
  "identity-invalid": "The identity token is not accepted",
  "ticket-invalid": "The ticket is not accepted",
  "ticket-expired": "The ticket has expired",
  "not-eligible": "This person may not enter",
  "round-not-open": "The round has not opened yet",
  "contest-unknown": "There is no such contest",
  "round-unknown": "There is no such round",
  "entry-unknown": "There is no such entry",
  "results-not-published": "The results are not published yet",
  "route-unknown": "There is nothing at this address",
  "already-entered": "Another entry of this person counts",
  "round-closed": "The round has closed",
  "too-large": "The body is too large",
  "media-type": "The body must be application/json",
  "invalid-entry": "The entry does not fit the paper",
  "paper-stale": "The entry answers another version of the paper",
  "slow-down": "Too many requests of this person",
  unexpected: "Something went wrong at the service",
  busy: "The service is busy",
  "read-only": "The service takes no entries at the moment",
}

/** What a refusal may carry besides its code. */
export type ProblemDetails = Partial<Omit<Problem, "type" | "title" | "status" | "code" | "retry">> & {
  retryAfterSeconds?: number
}

/** A refusal on its way to the client: thrown anywhere below a route, answered in one place (app.ts). */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(code)
  }
}

/** Answers with a problem (RFC 9457): never stored by anyone on the way. */
export function answerProblem(c: Context, code: ProblemCode, details: ProblemDetails = {}): Response {
  const { retryAfterSeconds, ...members } = details
  const { status, retry } = problems[code]
  const problem: Problem = {
    type: `urn:hue-s-contest:problem:${code}`,
    title: titles[code],
    status,
    code,
    retry,
    ...members,
  }
  // A client without a Retry-After would have to guess.
  const wait = retryAfterSeconds ?? (status === 429 || status === 503 ? 5 : undefined)
  return c.body(JSON.stringify(problem), status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(wait === undefined ? {} : { "retry-after": String(wait) }),
    ...(status === 401 ? { "www-authenticate": "Bearer" } : {}),
  })
}

/** The refusal of a round that opens later (`opensAt`, `now`: instants), with the seconds until it does. */
export function notOpenYet({ opensAt }: { opensAt: Instant }, now: Instant): Refusal {
  return new Refusal("round-not-open", {
    opensAt: toIso(opensAt),
    retryAfterSeconds: Math.ceil((opensAt - now) / 1000),
  })
}
