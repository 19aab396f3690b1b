import type { App } from "../createApp.ts"
import { useOutcome } from "../screens/useOutcome.ts"
import { readingWordsOf } from "../screens/words.ts"
import { Explanation } from "./Explanation.tsx"

/** The practice questions as something to read, answers included; nothing while there are none. */
export function Knowledge({ app }: { app: App }) {
  const { practice } = readingWordsOf(app)
  const contest = app.contest.view.value?.id ?? ""
  const { outcome } = useOutcome(() => app.published.practice(contest), contest)
  const questions = outcome?.ok ? outcome.value.questions : []
  if (questions.length === 0) return null
  return (
    <section>
      <h2>{practice.knowledge}</h2>
      <p class="soft">{practice.knowledgeIntro}</p>
      {questions.map((question) => (
        <details key={question.id}>
          <summary>{question.text}</summary>
          <Explanation app={app} question={question} told={false} />
        </details>
      ))}
    </section>
  )
}
