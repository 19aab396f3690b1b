import type { Results } from "../../contract/results.ts"
import type { App } from "../createApp.ts"
import { AnswerItem } from "../parts/AnswerItem.tsx"
import { Button } from "../parts/Button.tsx"
import { useOutcome } from "./useOutcome.ts"
import { type Own, WithResults } from "./WithResults.tsx"
import { readingWordsOf } from "./words.ts"

/** Every question of a published round with its accepted answers, the citizen's own and the explanation. */
export function AnswersScreen({ app, round }: { app: App; round: number }) {
  const { answers } = readingWordsOf(app)
  return (
    <WithResults app={app} round={round} title={answers.title(round)}>
      {(results, own) => <AnswerList app={app} results={results} own={own} />}
    </WithResults>
  )
}

function AnswerList({ app, results, own }: { app: App; results: Results; own: Own | null }) {
  const { answers, card } = readingWordsOf(app)
  const { contest, round, division } = results
  const { outcome, retry } = useOutcome(
    () => app.published.paper(contest, round, division),
    `${contest} ${round} ${division}`,
  )
  // Ids of options say nothing to anybody: the answers come together with the questions' texts.
  if (outcome === null) return <p class="soft">{card.loading.title}</p>
  const paper = outcome.ok ? outcome.value : null
  return (
    <>
      {!paper && (
        <div class="notice warn actions">
          <p>{answers.noPaper}</p>
          <Button kind="second" onPress={retry}>
            {card.retry}
          </Button>
        </div>
      )}
      <ol class="sheets answers">
        {results.questions.map((key, index) => (
          <li key={key.id}>
            <AnswerItem app={app} results={results} answer={key} number={index + 1} paper={paper} own={own} />
          </li>
        ))}
      </ol>
    </>
  )
}
