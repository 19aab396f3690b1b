import { enteringRoutes as routes } from "../contract/enteringRoutes.ts"
import type { PutEntry } from "./contestApi.ts"
import { readReceipt } from "./readReceipt.ts"
import { type Fetch, request } from "./request.ts"

/**
 * Delivery by plain fetch, for page and worker alike: no ky, no schema library. One request, never repeated here; the
 * outbox decides when to try again. `api`: base URL without trailing slash. Delivered ⇔ status 200 or 201 and a valid
 * receipt (design/outbox.md); whether it is this entry's receipt, the outbox checks.
 */
export function fetchPutEntry(api: string, fetch: Fetch): PutEntry {
  return ({ contest, round, ticket, body }, signal) =>
    request(
      fetch,
      api + routes.entry(contest, round),
      readReceipt,
      { method: "PUT", credential: ticket, body },
      signal,
    )
}
