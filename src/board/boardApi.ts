import * as v from "valibot"
import { type ContestView, contestViewSchema } from "../contract/contestView.ts"
import { type Results, resultsSchema } from "../contract/results.ts"
import { routes } from "../contract/routes.ts"
import { type Standings, standingsSchema } from "../contract/standings.ts"
import type { BoardConfig } from "./boardConfig.ts"

/** What the board asks of a contest service: only what anyone may know. Each call rejects where there is no such answer. */
export type BoardApi = {
  contest(): Promise<ContestView>
  standings(): Promise<Standings>
  results(round: number, division: string): Promise<Results>
}

/** After this long without an answer there is none. */
const timeoutMs = 15_000

/** The service over HTTP; every answer is checked against the contract. */
export function boardApi(
  { api, contest }: Pick<BoardConfig, "api" | "contest">,
  fetch: typeof globalThis.fetch,
): BoardApi {
  async function read<Schema extends v.GenericSchema>(path: string, schema: Schema) {
    const answer = await fetch(api + path, { signal: AbortSignal.timeout(timeoutMs) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return v.parse(schema, await answer.json())
  }
  return {
    contest: () => read(routes.contest(contest), contestViewSchema),
    standings: () => read(routes.standings(contest), standingsSchema),
    results: (round, division) => read(routes.results(contest, round, division), resultsSchema),
  }
}
