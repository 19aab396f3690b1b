import type { VNode } from "preact"
import type { Outcome } from "../../client/contestApi.ts"
import type { App } from "../createApp.ts"
import { Button } from "../parts/Button.tsx"
import { readingWordsOf } from "./words.ts"

type WithOutcomeProps<T> = {
  app: App
  asked: { outcome: Outcome<T> | null; retry: () => void }
  children: (value: T) => VNode | null
}

/** Shows its child with what the service answered: until then that it is loading, and a way to ask again. */
export function WithOutcome<T>({ app, asked: { outcome, retry }, children }: WithOutcomeProps<T>) {
  const words = readingWordsOf(app)
  if (outcome?.ok) return children(outcome.value)
  if (outcome === null) return <p class="soft">{words.card.loading.title}</p>
  if (outcome.problem.code === "results-not-published") return <p>{words.results.pending}</p>
  return (
    <>
      <p>{words.results.failed}</p>
      <Button onPress={retry}>{words.card.retry}</Button>
    </>
  )
}
