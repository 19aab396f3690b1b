import type { VNode } from "preact"
import type { EntryResult } from "../../contract/entry.ts"
import type { Receipt } from "../../contract/receipt.ts"
import type { Results } from "../../contract/results.ts"
import type { App } from "../createApp.ts"
import { Chips } from "../parts/Chips.tsx"
import { Heading } from "../parts/Heading.tsx"
import { useOutcome } from "./useOutcome.ts"
import { WithOutcome } from "./WithOutcome.tsx"
import { readingWordsOf } from "./words.ts"

/** The citizen's own entry, once its result is known. */
export type Own = { receipt: Receipt; result: EntryResult }

type WithResultsProps = {
  app: App
  round: number
  title: string
  children: (results: Results, own: Own | null) => VNode
}

/**
 * Fetches a round's published results and the citizen's own, and shows its child with them. Where there are several
 * divisions the reader chooses, the citizen's own first; `own` goes with the own division only.
 */
export function WithResults({ app, round, title, children }: WithResultsProps) {
  const words = readingWordsOf(app)
  const entry = app.entries.statusOf(round)
  const received = entry?.kind === "received" ? entry : null
  const view = app.contest.view.value
  const divisions = view?.divisions ?? []
  const chosen = app.published.division
  const division = chosen.value ?? received?.receipt.division ?? divisions[0]?.id ?? "all"
  const contest = view?.id ?? ""
  const isOwn = received?.receipt.division === division
  const revision = isOwn ? received?.result?.revision : undefined
  const asked = useOutcome(
    () => app.published.results(contest, round, division, revision),
    `${contest} ${round} ${division} ${revision}`,
  )
  const own = isOwn && received?.result ? { receipt: received.receipt, result: received.result } : null
  return (
    <>
      <Heading app={app}>{title}</Heading>
      {divisions.length > 1 && (
        <Chips
          name="division"
          legend={words.results.division}
          choices={divisions.map(({ id, name }) => ({ id, label: name }))}
          chosen={division}
          onChoose={(id) => {
            chosen.value = id
          }}
        />
      )}
      <WithOutcome app={app} asked={asked}>
        {(results) => children(results, own)}
      </WithOutcome>
    </>
  )
}
