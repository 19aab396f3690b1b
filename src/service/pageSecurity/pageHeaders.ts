import type { MiddlewareHandler } from "hono"
import { type Directives, policyText } from "./contentSecurityPolicy.ts"

/**
 * Every answer is what its type says, and no address goes to other sites. Of pages and API alike.
 */
export const answerHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  // Set where they are: `c.header` would make the answer anew, as a stream.
  const { headers } = c.res
  headers.set("x-content-type-options", "nosniff")
  headers.set("referrer-policy", "no-referrer")
}

/**
 * Puts a policy on pages, and says who may frame them. An inner rule comes before an outer one: what has a policy
 * already keeps it.
 * @param frameAncestors exact origins, or `'self'`; none: no page may
 */
export function pagePolicy(directives: Directives, frameAncestors: readonly string[]): MiddlewareHandler {
  const text = policyText({
    ...directives,
    "frame-ancestors": frameAncestors.length > 0 ? frameAncestors : ["'none'"],
  })
  return async (c, next) => {
    await next()
    if (!c.res.headers.has("content-security-policy")) c.header("content-security-policy", text)
  }
}
