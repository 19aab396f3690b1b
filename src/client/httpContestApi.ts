import ky, { TimeoutError } from "ky"
import * as v from "valibot"
import { complaintReceiptSchema } from "../contract/complaint.ts"
import { contestViewSchema } from "../contract/contestView.ts"
import { entriesViewSchema, entryViewSchema } from "../contract/entry.ts"
import { ledgerProofSchema } from "../contract/ledger.ts"
import { paperSchema } from "../contract/paper.ts"
import { practiceSchema } from "../contract/practice.ts"
import { problemSchema } from "../contract/problems.ts"
import { resultsSchema, revisionsSchema } from "../contract/results.ts"
import { routes } from "../contract/routes.ts"
import { standingsSchema } from "../contract/standings.ts"
import { ticketSchema } from "../contract/ticket.ts"
import { noAnswer, readAnswer } from "./answer.ts"
import type { ContestApi, Outcome } from "./contestApi.ts"
import { type Fetch, fetchPutEntry } from "./putEntry.ts"

/** `timeoutMs`: for each try, and three of them with the body in all. `retryDelayMs`: before each repeated GET. */
export type HttpOptions = { timeoutMs?: number; retryDelayMs?: number }

/**
 * The HTTP adapter. `api`: base URL without trailing slash. A GET is repeated at most twice, only where no answer came;
 * POST and PUT never. `serviceTime` is null where no Date came: a worker that answers from its cache must drop it.
 */
export function httpContestApi(api: string, fetch: Fetch, options: HttpOptions = {}): ContestApi {
  const { timeoutMs = 15_000, retryDelayMs = 500 } = options
  const http = ky.create({
    prefix: api,
    fetch,
    throwHttpErrors: false,
    timeout: timeoutMs,
    totalTimeout: 3 * timeoutMs,
    // No status is repeated here: the service's `retry` decides, and the caller obeys it.
    retry: {
      limit: 2,
      methods: ["get"],
      // ky knows a lost connection by the words of its error, which differ from WebView to WebView.
      shouldRetry: ({ error }) => !(error instanceof TimeoutError),
      delay: () => retryDelayMs,
    },
    redirect: "error",
    credentials: "omit",
    cache: "no-store",
    headers: { accept: "application/json, application/problem+json" },
  })

  async function call<S extends v.GenericSchema>(
    schema: S,
    path: string,
    request: { method?: string; credential?: string; json?: unknown; cache?: RequestCache } = {},
  ): Promise<Outcome<v.InferOutput<S>>> {
    const { credential, ...rest } = request
    try {
      const pending = http(path, {
        ...rest,
        ...(credential === undefined ? {} : { headers: { authorization: `Bearer ${credential}` } }),
      })
      const { status, headers } = await pending
      const arrived = { status, headers, text: await pending.text() }
      return readAnswer(arrived, [200, 201], reader(schema), reader(problemSchema))
    } catch {
      // ky rejects where nothing whole came back; its errors hold the request with its token, so none is passed on.
      return noAnswer("unreachable", "no connection, or no answer in time")
    }
  }

  return {
    contest: (contest) => call(contestViewSchema, routes.contest(contest)),
    async paper(contest, round, division) {
      // The same bytes for everyone: may come from a cache, so its Date tells no time.
      const outcome = await call(paperSchema, routes.paper(contest, round, division), { cache: "default" })
      return { ...outcome, serviceTime: null }
    },
    ticket: (contest, round, credential, json) =>
      call(ticketSchema, routes.ticket(contest, round), { method: "post", credential, json }),
    putEntry: fetchPutEntry(api, fetch),
    entry: (contest, round, credential) =>
      call(entryViewSchema, routes.entry(contest, round), { credential }),
    entries: (contest, credential) => call(entriesViewSchema, routes.entries(contest), { credential }),
    results: (contest, round, division) => call(resultsSchema, routes.results(contest, round, division)),
    revisions: (contest, round) => call(revisionsSchema, routes.revisions(contest, round)),
    ledgerProof: (contest, round, code) => call(ledgerProofSchema, routes.ledgerProof(contest, round, code)),
    async practice(contest) {
      // The same for everyone, and kept by the worker for reading offline: its Date tells no time.
      const outcome = await call(practiceSchema, routes.practice(contest), { cache: "default" })
      return { ...outcome, serviceTime: null }
    },
    standings: (contest) => call(standingsSchema, routes.standings(contest)),
    complain: (contest, credential, json) =>
      call(complaintReceiptSchema, routes.complaints(contest), { method: "post", credential, json }),
  }
}

function reader<S extends v.GenericSchema>(schema: S): (json: unknown) => v.InferOutput<S> | null {
  return (json) => {
    const result = v.safeParse(schema, json)
    return result.success ? result.output : null
  }
}
