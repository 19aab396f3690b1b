import type { ClientConfig } from "../contract/clientConfig.ts"
import { noAnswer } from "./answer.ts"
import type { ContestApi, Outcome, PutEntry } from "./contestApi.ts"
import { type Fetch, fetchPutEntry } from "./putEntry.ts"

// The one place that decides which contest service's adapter page and worker use. To plug in another, change it here.

// Called through globalThis: browsers refuse a fetch that was taken off its object.
const plainFetch: Fetch = (...request) => globalThis.fetch(...request)

/**
 * The contest service of this deployment. Here at once; ky and the schemas are loaded at the first call, and until
 * they can be, calls answer "unreachable" as when the network is missing.
 */
export function chooseApi({ api }: Pick<ClientConfig, "api">, fetch: Fetch = plainFetch): ContestApi {
  const load = async () => (await import("./httpContestApi.ts")).httpContestApi(api, fetch)
  let loading: Promise<ContestApi> | null = null

  async function through<T>(call: (loaded: ContestApi) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    loading ??= load()
    try {
      return await call(await loading)
    } catch {
      // No call rejects, so it was the loading, for want of a network: the next call tries again.
      loading = null
      return noAnswer("unreachable", "the program's next part could not be loaded")
    }
  }

  return {
    contest: (...request) => through((loaded) => loaded.contest(...request)),
    paper: (...request) => through((loaded) => loaded.paper(...request)),
    ticket: (...request) => through((loaded) => loaded.ticket(...request)),
    putEntry: choosePutEntry({ api }, fetch),
    entry: (...request) => through((loaded) => loaded.entry(...request)),
    entries: (...request) => through((loaded) => loaded.entries(...request)),
    results: (...request) => through((loaded) => loaded.results(...request)),
    revisions: (...request) => through((loaded) => loaded.revisions(...request)),
    ledgerProof: (...request) => through((loaded) => loaded.ledgerProof(...request)),
    practice: (...request) => through((loaded) => loaded.practice(...request)),
    standings: (...request) => through((loaded) => loaded.standings(...request)),
    complain: (...request) => through((loaded) => loaded.complain(...request)),
  }
}

/** Delivery alone, for the outbox of page and worker: by fetch, nothing to load. */
export function choosePutEntry({ api }: Pick<ClientConfig, "api">, fetch: Fetch = plainFetch): PutEntry {
  return fetchPutEntry(api, fetch)
}
