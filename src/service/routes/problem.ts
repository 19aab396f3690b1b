import type { Context } from "hono"
import { type Problem, type ProblemCode, problems } from "../../contract/problems.ts"

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
  const { status, title, retry } = problems[code]
  const problem: Problem = {
    type: `urn:hue-s-contest:problem:${code}`,
    title,
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
