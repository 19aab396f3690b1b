import type { Paper } from "../../contract/paper.ts"
import type { Results } from "../../contract/results.ts"
import type { App } from "../createApp.ts"
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
  const { contest, round, division } = results
  const { outcome } = useOutcome(
    () => app.published.paper(contest, round, division),
    `${contest} ${round} ${division}`,
  )
  const paper = outcome?.ok ? outcome.value : null
  return (
    <ol class="sheets answers">
      {results.questions.map((key, index) => (
        <li key={key.id}>
          <AnswerItem app={app} answer={key} number={index + 1} paper={paper} own={own} />
        </li>
      ))}
    </ol>
  )
}

type AnswerItemProps = {
  app: App
  answer: Results["questions"][number]
  number: number
  paper: Paper | null
  own: Own | null
}

function AnswerItem({ app, answer: key, number, paper, own }: AnswerItemProps) {
  const { answers } = readingWordsOf(app)
  const question = paper?.questions.find(({ id }) => id === key.id)
  const textOf = (id: string) => question?.options.find((option) => option.id === id)?.text ?? id
  const mine = own?.result.questions.find(({ id }) => id === key.id)
  const chosen = mine?.chosen
  const isRight = mine?.credited === true
  return (
    <>
      <h2>
        {answers.question(number)}. {question?.text}
      </h2>
      {chosen !== undefined && (
        <p class={isRight ? "good" : "bad"}>
          <strong>{isRight ? answers.right : answers.wrong}</strong>. {answers.chosen}: {textOf(chosen)}
        </p>
      )}
      {key.accepted === "void" ? (
        <p>{answers.void}</p>
      ) : (
        !(isRight && key.accepted.length === 1) && (
          <p>
            {answers.accepted}: <strong>{key.accepted.map(textOf).join("; ")}</strong>
          </p>
        )
      )}
      <p>{key.explanation}</p>
      <p class="small soft">
        {answers.source}: {key.source} ({answers.asOf(key.asOf.split("-").reverse().join("/"))})
      </p>
    </>
  )
}
