import type { VNode } from "preact"
import type { EntryResult } from "../../contract/entry.ts"
import type { Receipt } from "../../contract/receipt.ts"
import type { Results } from "../../contract/results.ts"
import type { App } from "../createApp.ts"
import { Button } from "../parts/Button.tsx"
import { Heading } from "../parts/Heading.tsx"
import { useOutcome } from "./useOutcome.ts"
import { readingWordsOf } from "./words.ts"

/** The citizen's own entry, once its result is known. */
export type Own = { receipt: Receipt; result: EntryResult }

type WithResultsProps = {
  app: App
  round: number
  title: string
  children: (results: Results, own: Own | null) => VNode
}

/** Fetches a round's published results and the citizen's own, and shows its child with them. */
export function WithResults({ app, round, title, children }: WithResultsProps) {
  const words = readingWordsOf(app)
  const entry = app.entries.statusOf(round)
  const received = entry?.kind === "received" ? entry : null
  const view = app.contest.view.value
  const division = received?.receipt.division ?? view?.divisions[0]?.id ?? "all"
  const contest = view?.id ?? ""
  const { outcome, retry } = useOutcome(
    () => app.published.results(contest, round, division),
    `${contest} ${round} ${division}`,
  )
  const own = received?.result ? { receipt: received.receipt, result: received.result } : null
  const isPending = outcome && !outcome.ok && outcome.problem.code === "results-not-published"
  return (
    <>
      <Heading app={app}>{title}</Heading>
      {outcome === null && <p class="soft">{words.card.loading.title}</p>}
      {isPending && <p>{words.results.pending}</p>}
      {outcome && !outcome.ok && !isPending && (
        <>
          <p>{words.results.failed}</p>
          <Button onPress={retry}>{words.card.retry}</Button>
        </>
      )}
      {outcome?.ok && children(outcome.value, own)}
    </>
  )
}
