import type { Paper } from "../../contract/paper.ts"
import type { Results } from "../../contract/results.ts"
import type { App } from "../createApp.ts"
import type { Own } from "../screens/WithResults.tsx"
import { readingWordsOf } from "../screens/words.ts"

type AnswerItemProps = {
  app: App
  results: Results
  answer: Results["questions"][number]
  number: number
  /** Null: the questions' texts are not there. */
  paper: Paper | null
  own: Own | null
}

/** One question with what was accepted, what was chosen, why, and whether it was amended. */
export function AnswerItem({ app, results, answer: key, number, paper, own }: AnswerItemProps) {
  const { answers } = readingWordsOf(app)
  const question = paper?.questions.find(({ id }) => id === key.id)
  const texts = (ids: readonly string[]) =>
    ids.map((id) => question?.options.find((option) => option.id === id)?.text ?? id).join("; ")
  const mine = own?.result.questions.find(({ id }) => id === key.id)
  const isRight = mine?.credited === true
  const committed = results.reveal.key[key.id]
  const isAmended =
    committed !== undefined &&
    (key.accepted === "void" || [...committed].sort().join() !== [...key.accepted].sort().join())
  return (
    <>
      <h2>
        {answers.question(number)}
        {question && `. ${question.text}`}
      </h2>
      {mine && (
        <p class={isRight ? "good" : "bad"}>
          <strong>{isRight ? answers.right : answers.wrong}</strong>
          {question && `. ${answers.chosen}: ${texts([mine.chosen])}`}
        </p>
      )}
      {key.accepted === "void" ? (
        <p>
          <strong>{answers.void}</strong>
        </p>
      ) : (
        question &&
        !(isRight && key.accepted.length === 1) && (
          <p>
            {key.accepted.length > 1 ? answers.acceptedAny(key.accepted.length) : answers.accepted}:{" "}
            <strong>{texts(key.accepted)}</strong>
          </p>
        )
      )}
      {isAmended && question && <p class="small soft">{answers.amended(texts(committed))}</p>}
      <p>{key.explanation}</p>
      <p class="small soft">
        {answers.source}: {key.source} ({answers.asOf(key.asOf.split("-").reverse().join("/"))})
      </p>
    </>
  )
}
