import type { VNode } from "preact"
import type { App } from "../createApp.ts"
import { Button } from "../parts/Button.tsx"
import { Heading } from "../parts/Heading.tsx"
import { readingWordsOf } from "../screens/words.ts"
import type { PracticeQuestion } from "./practiceRun.ts"
import { usePractice } from "./usePractice.ts"

type WithPracticeProps = { app: App; children: (questions: readonly PracticeQuestion[]) => VNode | null }

/** The frame of every practice screen, by which none can be taken for the entry; its child once there are questions. */
export function WithPractice({ app, children }: WithPracticeProps) {
  const { practice, card } = readingWordsOf(app)
  const { questions, failed, retry } = usePractice(app)
  return (
    <div class="practice">
      <p class="banner">{practice.banner}</p>
      {!questions && !failed && (
        <>
          <Heading app={app}>{practice.title}</Heading>
          <p class="soft">{practice.loading}</p>
        </>
      )}
      {failed && (
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
