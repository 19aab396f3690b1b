import { useEffect } from "preact/hooks"
import type { App } from "../createApp.ts"
import { PracticeQuestionForm } from "./PracticeQuestionForm.tsx"
import { WithPractice } from "./WithPractice.tsx"

/** One practice question, `step` 1..; beyond the last one it leads to how the run went. */
export function PracticeScreen({ app, step }: { app: App; step: number }) {
  return (
    <WithPractice app={app}>
      {(questions) => {
        const question = questions[step - 1]
        return question ? (
          <PracticeQuestionForm app={app} questions={questions} question={question} step={step} />
        ) : (
          <BeyondLast app={app} />
        )
      }}
    </WithPractice>
  )
}

function BeyondLast({ app }: { app: App }) {
  useEffect(() => app.router.replace({ screen: "practice-done" }), [])
  return null
}
