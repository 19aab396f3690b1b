import { enteringRoutes as routes } from "../contract/enteringRoutes.ts"
import type { ContestApi, Outcome } from "./contestApi.ts"
import { fetchPutEntry } from "./putEntry.ts"
import { fault, type Read } from "./read.ts"
import { readPaper, readTicket } from "./readEntering.ts"
import { type Asked, type Fetch, type Reading, request } from "./request.ts"

/** `timeoutMs`: for each try. `retryDelayMs`: before each repeated GET. */
export type HttpOptions = { timeoutMs?: number; retryDelayMs?: number }

/** The calls on the way of an entry, from the home card to the receipt. */
export type EnteringCalls = Pick<
  ContestApi,
  "contest" | "paper" | "ticket" | "putEntry" | "entry" | "entries"
>

/**
 * The calls on the way of an entry, by fetch alone: no ky, no schema library. A GET is repeated at most twice, only
 * where the connection was lost; POST and PUT never.
 */
export function enteringCalls(api: string, fetch: Fetch, options: HttpOptions = {}): EnteringCalls {
  const { timeoutMs = 15_000, retryDelayMs = 500 } = options

  async function call<T>(
    path: string,
    read: Reading<T>,
    asked: Asked = {},
    repeats = 2,
  ): Promise<Outcome<T>> {
    const giveUp = new AbortController()
    const timer = setTimeout(() => giveUp.abort(), timeoutMs)
    const outcome = await request(fetch, api + path, read, asked, giveUp.signal)
    clearTimeout(timer)
    // What took too long once would take the citizen's patience twice. No status is repeated here: `retry` decides.
    const isLost = !outcome.ok && outcome.problem.code === "unreachable" && !giveUp.signal.aborted
    if (!isLost || repeats === 0 || asked.method !== undefined) return outcome
    await new Promise((resolve) => setTimeout(resolve, retryDelayMs))
    return call(path, read, asked, repeats - 1)
  }

  return {
    contest: (contest) =>
      call(
        routes.contest(contest),
        later((views) => views.readContestView),
      ),
    async paper(contest, round, division) {
      // The same bytes for everyone: may come from a cache, so its Date tells no time.
      const outcome = await call(routes.paper(contest, round, division), readPaper, { cache: "default" })
      return { ...outcome, serviceTime: null }
    },
    ticket: (contest, round, credential, declared) =>
      call(routes.ticket(contest, round), readTicket, {
        method: "POST",
        credential,
        body: JSON.stringify(declared),
      }),
    putEntry: fetchPutEntry(api, fetch),
    entry: (contest, round, credential) =>
      call(
        routes.entry(contest, round),
        later((views) => views.readEntryView),
        { credential },
      ),
    entries: (contest, credential) =>
      call(
        routes.entries(contest),
        later((views) => views.readEntriesView),
        { credential },
      ),
  }
}

/**
 * A reader out of the script that comes while the answer does: no entry needs it. Where it did not come, twice, nothing can
 * be read of the answer, which still tells that the network is there.
 */
async function later<T>(pick: (views: typeof import("./readViews.ts")) => Read<T>): Promise<Read<T>> {
  const load = () => import("./readViews.ts")
  try {
    return pick(await load().catch(load))
  } catch {
    return () => fault
  }
}
