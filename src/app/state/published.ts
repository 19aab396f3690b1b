import { type Signal, signal } from "@preact/signals-core"
import type { ContestApi, Outcome } from "../../client/contestApi.ts"
import type { Paper } from "../../contract/paper.ts"
import type { Practice } from "../../contract/practice.ts"
import type { Results } from "../../contract/results.ts"
import type { Ask } from "./ask.ts"

/** What is the same for everybody, asked for once a page; a failed answer is asked for again the next time. */
export type Published = {
  paper(contest: string, round: number, division: string): Promise<Outcome<Paper>>
  /** `revision`: known to be there at least; what was asked for before it is asked for anew. */
  results(contest: string, round: number, division: string, revision?: number): Promise<Outcome<Results>>
  /** The division that the reader chose to see, where there are several; null: none yet. */
  division: Signal<string | null>
  practice(contest: string): Promise<Outcome<Practice>>
}

/** Papers and results by round and division, kept in memory: who reads the home card waits for nothing afterwards. */
export function createPublished(api: Promise<ContestApi>, ask: Ask): Published {
  return {
    paper: once((...of) => api.then((reached) => ask(reached.paper(...of)))),
    results: once((contest, round, division, _revision) =>
      api.then((reached) => ask(reached.results(contest, round, division))),
    ),
    division: signal(null),
    practice: once((contest) => api.then((reached) => ask(reached.practice(contest)))),
  }
}

function once<A extends readonly unknown[], T>(
  fetchIt: (...of: A) => Promise<Outcome<T>>,
): (...of: A) => Promise<Outcome<T>> {
  const known = new Map<string, Promise<Outcome<T>>>()
  return (...of) => {
    const key = of.join(" ")
    const asked = known.get(key) ?? fetchIt(...of)
    known.set(key, asked)
    const forgetFailure = () => known.delete(key)
    asked.then((outcome) => outcome.ok || forgetFailure(), forgetFailure)
    return asked
  }
}
