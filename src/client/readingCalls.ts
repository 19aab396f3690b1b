import ky, { TimeoutError } from "ky"
import * as v from "valibot"
import { complaintReceiptSchema } from "../contract/complaint.ts"
import { ledgerProofSchema } from "../contract/ledger.ts"
import { practiceSchema } from "../contract/practice.ts"
import { resultsSchema, revisionsSchema } from "../contract/results.ts"
import { routes } from "../contract/routes.ts"
import { standingsSchema } from "../contract/standings.ts"
import { noAnswer, readAnswer } from "./answer.ts"
import type { ContestApi, Outcome } from "./contestApi.ts"
import type { EnteringCalls, HttpOptions } from "./enteringCalls.ts"
import { fault, type Read } from "./read.ts"
import type { Fetch } from "./request.ts"

/** The calls beside the way of an entry. */
export type ReadingCalls = Omit<ContestApi, keyof EnteringCalls>

/**
 * The calls beside the way of an entry, over ky and the contract's schemas. `api`: base URL without trailing slash. A GET
 * is repeated at most twice, only where no answer came; POST never.
 */
export function readingCalls(api: string, fetch: Fetch, options: HttpOptions = {}): ReadingCalls {
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
      return readAnswer({ status, headers, text: await pending.text() }, reader(schema))
    } catch {
      // ky rejects where nothing whole came back; its errors hold the request with its token, so none is passed on.
      return noAnswer("unreachable", "no connection, or no answer in time")
    }
  }

  return {
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

function reader<S extends v.GenericSchema>(schema: S): Read<v.InferOutput<S>> {
  return (json) => {
    const result = v.safeParse(schema, json)
    return result.success ? result.output : fault
  }
}
