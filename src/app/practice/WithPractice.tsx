import type { VNode } from "preact"
import type { App } from "../createApp.ts"
import { Button } from "../parts/Button.tsx"
import { Heading } from "../parts/Heading.tsx"
import { useOutcome } from "../screens/useOutcome.ts"
import { readingWordsOf } from "../screens/words.ts"
import type { PracticeQuestion } from "./practiceRun.ts"

type WithPracticeProps = { app: App; children: (questions: readonly PracticeQuestion[]) => VNode | null }

// Known questions show at once: a screen of its own for each question would else flash up empty first.
const known = new WeakMap<App, { contest: string; questions: readonly PracticeQuestion[] }>()

/** The frame of every practice screen, by which none can be taken for the entry; its child once there are questions. */
export function WithPractice({ app, children }: WithPracticeProps) {
  const { practice, card } = readingWordsOf(app)
  const contest = app.contest.view.value?.id ?? ""
  const { outcome, retry } = useOutcome(() => app.published.practice(contest), contest)
  if (outcome?.ok) known.set(app, { contest, questions: outcome.value.questions })
  const before = known.get(app)
  const questions = before?.contest === contest ? before.questions : null
  return (
    <div class="practice">
      <p class="banner">{practice.banner}</p>
      {!questions && !outcome && (
        <>
          <Heading app={app}>{practice.title}</Heading>
          <p class="soft">{practice.loading}</p>
        </>
      )}
      {!questions && outcome && (
        <>
          <Heading app={app}>{practice.failed}</Heading>
          <p>{practice.failedBody}</p>
          <Button onPress={retry}>{card.retry}</Button>
        </>
      )}
      {questions?.length === 0 && (
        <>
          <Heading app={app}>{practice.title}</Heading>
          <p>{practice.none}</p>
        </>
      )}
      {questions && questions.length > 0 && children(questions)}
    </div>
  )
}
