import type { ClientConfig } from "../contract/clientConfig.ts"
import type { ContestApi, PutEntry } from "./contestApi.ts"
import { httpContestApi } from "./httpContestApi.ts"
import { fetchPutEntry } from "./putEntry.ts"
import type { Fetch } from "./request.ts"

// The one place that decides which contest service's adapter page and worker use. To plug in another, change it here.

// Called through globalThis: browsers refuse a fetch that was taken off its object.
const plainFetch: Fetch = (...request) => globalThis.fetch(...request)

/** The contest service of this deployment. */
export function chooseApi({ api }: Pick<ClientConfig, "api">, fetch: Fetch = plainFetch): ContestApi {
  return httpContestApi(api, fetch)
}

/** Delivery alone, for the outbox of page and worker: by fetch, nothing to load. */
export function choosePutEntry({ api }: Pick<ClientConfig, "api">, fetch: Fetch = plainFetch): PutEntry {
  return fetchPutEntry(api, fetch)
}
