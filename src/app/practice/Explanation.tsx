import type { App } from "../createApp.ts"
import { readingWordsOf } from "../screens/words.ts"
import type { PracticeQuestion } from "./practiceRun.ts"

/** The accepted answers (unless already `told`), why, and where that is written. */
export function Explanation({
  app,
  question,
  told,
}: {
  app: App
  question: PracticeQuestion
  told: boolean
}) {
  const { practice, answers } = readingWordsOf(app)
  const accepted = question.options.filter(({ id }) => question.accepted.includes(id))
  return (
    <>
      {!told && (
        <p>
          {practice.accepted}: <strong>{accepted.map(({ text }) => text).join("; ")}</strong>
        </p>
      )}
      <p>{question.explanation}</p>
      <p class="small soft">
        {answers.source}: {question.source} ({answers.asOf(question.asOf.split("-").reverse().join("/"))})
      </p>
    </>
  )
}
