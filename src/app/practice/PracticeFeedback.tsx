import { useEffect, useRef } from "preact/hooks"
import type { App } from "../createApp.ts"
import { readingWordsOf } from "../screens/words.ts"
import { Explanation } from "./Explanation.tsx"
import { type PracticeQuestion, practiceRun } from "./practiceRun.ts"

type PracticeFeedbackProps = { app: App; question: PracticeQuestion; answered: string }

/** Whether the answer was right, and why; takes the focus the moment the answer is given, not when coming back to it. */
export function PracticeFeedback({ app, question, answered }: PracticeFeedbackProps) {
  const { practice } = readingWordsOf(app)
  const heading = useRef<HTMLHeadingElement>(null)
  const run = practiceRun(app)
  useEffect(() => {
    if (!run.isNews(question.id)) return
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView?.({ block: "nearest" })
  }, [])
  const isRight = question.accepted.includes(answered)
  return (
    <section class={`feedback ${isRight ? "right" : "wrong"}`}>
      <h2 ref={heading} tabIndex={-1}>
        {isRight ? practice.right : practice.wrong}
      </h2>
      <Explanation app={app} question={question} told={isRight && question.accepted.length === 1} />
    </section>
  )
}
