import type { MiddlewareHandler } from "hono"
import { cors } from "hono/cors"

/** How long a browser may go by an answer to "may I?", in seconds: Chromium's own limit. */
const askAgainSeconds = 7200

/**
 * Lets pages at these exact origins, and no others, ask the API: the packaged mini-app, which is served by its host. No
 * cookies; they may read the service's clock and what the client goes by.
 */
export function crossOrigin(origins: readonly string[]): MiddlewareHandler {
  return cors({
    origin: [...origins],
    allowMethods: ["GET", "POST", "PUT"],
    allowHeaders: ["authorization", "content-type"],
    exposeHeaders: ["date", "etag", "retry-after"],
    maxAge: askAgainSeconds,
  })
}
