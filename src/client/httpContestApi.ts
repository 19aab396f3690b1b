import { noAnswer } from "./answer.ts"
import type { ContestApi, Outcome } from "./contestApi.ts"
import { enteringCalls, type HttpOptions } from "./enteringCalls.ts"
import type { ReadingCalls } from "./readingCalls.ts"
import type { Fetch } from "./request.ts"

/**
 * The HTTP adapter. `api`: base URL without trailing slash. The calls on the way of an entry are here at once; the others
 * are loaded when the first of them is made, and until they can be, they answer "unreachable" as when the network is
 * missing. `serviceTime` is null where no Date came: a worker that answers from its cache must drop it.
 */
export function httpContestApi(api: string, fetch: Fetch, options: HttpOptions = {}): ContestApi {
  const load = async () => (await import("./readingCalls.ts")).readingCalls(api, fetch, options)
  let loading: Promise<ReadingCalls> | null = null

  async function through<T>(call: (loaded: ReadingCalls) => Promise<Outcome<T>>): Promise<Outcome<T>> {
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
    ...enteringCalls(api, fetch, options),
    results: (...request) => through((loaded) => loaded.results(...request)),
    revisions: (...request) => through((loaded) => loaded.revisions(...request)),
    ledgerProof: (...request) => through((loaded) => loaded.ledgerProof(...request)),
    practice: (...request) => through((loaded) => loaded.practice(...request)),
    standings: (...request) => through((loaded) => loaded.standings(...request)),
    complain: (...request) => through((loaded) => loaded.complain(...request)),
  }
}
