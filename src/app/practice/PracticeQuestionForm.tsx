import { useMemo, useState } from "preact/hooks"
import type { App } from "../createApp.ts"
import { Aloud } from "../parts/Aloud.tsx"
import { Button } from "../parts/Button.tsx"
import { FieldError } from "../parts/FieldError.tsx"
import { Heading } from "../parts/Heading.tsx"
import { Progress } from "../parts/Progress.tsx"
import { readingWordsOf } from "../screens/words.ts"
import { optionOrder } from "../state/optionOrder.ts"
import { PracticeFeedback } from "./PracticeFeedback.tsx"
import { type PracticeQuestion, practiceRun } from "./practiceRun.ts"

type PracticeQuestionFormProps = {
  app: App
  questions: readonly PracticeQuestion[]
  question: PracticeQuestion
  step: number
}

/** A practice question as in the real quiz, and once it is answered what is right and why. */
export function PracticeQuestionForm({ app, questions, question, step }: PracticeQuestionFormProps) {
  const { practice, card } = readingWordsOf(app)
  const run = practiceRun(app)
  const answers = run.answers.value
  const answered = answers[question.id]
  const [chosen, choose] = useState<string | undefined>(answered)
  const [asked, setAsked] = useState(false)
  const options = useMemo(
    () => optionOrder(question.options, run.optionSeed, question.id),
    [question, run.optionSeed],
  )
  const isLast = step === questions.length
  const label = practice.progress(step, questions.length)
  const isMissing = asked && chosen === undefined
  const next = () =>
    app.router.go(isLast ? { screen: "practice-done" } : { screen: "practice", step: step + 1 })
  const check = () => {
    if (chosen === undefined) setAsked(true)
    else run.answer(question.id, chosen)
  }
  const press = answered === undefined ? check : next
  return (
    <form
      class="step"
      onSubmit={(event) => {
        event.preventDefault()
        press()
      }}
    >
      <Progress questions={questions} answers={() => answers} label={label} at={step} />
      <Aloud
        app={app}
        parts={[
          question.text,
          ...options.map(({ text }) => text),
          ...(answered === undefined ? [] : [question.explanation]),
        ]}
      />
      <fieldset class="question" aria-describedby={isMissing ? "missing" : undefined}>
        <legend>
          <Heading app={app} title={`${label}: ${question.text}`}>
            {question.text}
          </Heading>
        </legend>
        {isMissing && <FieldError id="missing">{practice.missing}</FieldError>}
        {options.map((option) => (
          <label key={option.id} class={`option ${markOf(question, answered, option.id)}`}>
            <input
              type="radio"
              name="option"
              value={option.id}
              checked={chosen === option.id}
              disabled={answered !== undefined}
              onChange={() => choose(option.id)}
            />
            <span>
              {option.text}
              {answered !== undefined && question.accepted.includes(option.id) && (
                <em class="small">{practice.isRight}</em>
              )}
              {answered === option.id && !question.accepted.includes(option.id) && (
                <em class="small">{practice.isChosen}</em>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      {answered !== undefined && <PracticeFeedback app={app} question={question} answered={answered} />}
      {/* Once there is something to read below the options, the button waits at its end. */}
      <div class={answered === undefined ? "stick" : undefined}>
        <Button onPress={press}>
          {answered === undefined ? practice.answer : isLast ? practice.finish : practice.next}
        </Button>
      </div>
      <div class="actions">
        <div class="pair">
          <Button kind="second" onPress={() => app.router.back()}>
            {card.back}
          </Button>
          {answered === undefined && (
            <Button kind="second" onPress={next}>
              {practice.skip}
            </Button>
          )}
        </div>
      </div>
    </form>
  )
}

function markOf({ accepted }: PracticeQuestion, answered: string | undefined, option: string): string {
  if (answered === undefined) return ""
  if (accepted.includes(option)) return "right"
  return answered === option ? "wrong" : "other"
}
