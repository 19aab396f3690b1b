import { enteringRoutes as routes } from "../contract/enteringRoutes.ts"
import { noAnswer } from "./answer.ts"
import type { ContestApi, Outcome } from "./contestApi.ts"
import { fetchPutEntry } from "./putEntry.ts"
import { fault, type Read } from "./read.ts"
import { readPaper, readTicket } from "./readEntering.ts"
import { type Asked, type Fetch, request } from "./request.ts"

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
    reader: () => Read<T> | Promise<Read<T>>,
    asked: Asked = {},
    repeats = 2,
  ): Promise<Outcome<T>> {
    const giveUp = new AbortController()
    let timer: unknown
    const late = new Promise<Outcome<T>>((resolve) => {
      timer = setTimeout(() => {
        giveUp.abort()
        // A reader that does not come keeps nobody waiting for longer either.
        resolve(noAnswer("unreachable", "no answer in time"))
      }, timeoutMs)
    })
    const ask = async () => request(fetch, api + path, await reader(), asked, giveUp.signal)
    const outcome = await Promise.race([ask(), late])
    clearTimeout(timer as number)
    // What took too long once would take the citizen's patience twice. No status is repeated here: `retry` decides.
    const isLost = !outcome.ok && outcome.problem.code === "unreachable" && !giveUp.signal.aborted
    if (!isLost || repeats === 0 || asked.method !== undefined) return outcome
    await new Promise((resolve) => setTimeout(resolve, retryDelayMs))
    return call(path, reader, asked, repeats - 1)
  }

  // Ahead: it is there when the first view is asked for.
  void viewReader("readContestView")

  return {
    contest: (contest) => call(routes.contest(contest), () => viewReader("readContestView")),
    async paper(contest, round, division) {
      // The same bytes for everyone: may come from a cache, so its Date tells no time.
      const outcome = await call(routes.paper(contest, round, division), () => readPaper, {
        cache: "default",
      })
      return { ...outcome, serviceTime: null }
    },
    ticket: (contest, round, credential, declared) =>
      call(routes.ticket(contest, round), () => readTicket, {
        method: "POST",
        credential,
        body: JSON.stringify(declared),
      }),
    putEntry: fetchPutEntry(api, fetch),
    entry: (contest, round, credential) =>
      call(routes.entry(contest, round), () => viewReader("readEntryView"), { credential }),
    entries: (contest, credential) =>
      call(routes.entries(contest), () => viewReader("readEntriesView"), { credential }),
  }
}

type Views = typeof import("./readViews.ts")

/**
 * What reads where a contest and one's entries stand is a script of its own: no answer to enter has to wait for it. Where
 * it did not come nothing can be read of such an answer, which still tells that the network is there. Never rejects.
 */
async function viewReader<Name extends keyof Views>(name: Name): Promise<Views[Name]> {
  try {
    return (await import("./readViews.ts"))[name]
  } catch {
    return (() => fault) as unknown as Views[Name]
  }
}
