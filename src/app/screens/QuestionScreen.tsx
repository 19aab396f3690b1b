import { signal } from "@preact/signals-core"
import type { App } from "../createApp.ts"
import { lastTrueNumber } from "../entering/lastTrueNumber.ts"
import { arriveAt, choose, goOnFrom } from "../entering/quiz.ts"
import { kept, whenMounted } from "../kept.ts"
import { Aloud } from "../parts/Aloud.tsx"
import { Button } from "../parts/Button.tsx"
import { FieldError } from "../parts/FieldError.tsx"
import { Heading } from "../parts/Heading.tsx"
import { KeptNote } from "../parts/KeptNote.tsx"
import { Link } from "../parts/Link.tsx"
import { Progress } from "../parts/Progress.tsx"
import type { Draft } from "../state/draft.ts"
import { optionOrder } from "../state/optionOrder.ts"
import { Elsewhere } from "./Elsewhere.tsx"
import { wordsOf } from "./words.ts"

/**
 * One question of the paper; `step` 1..questions. Nothing is chosen beforehand, and choosing does not move on. A choice
 * draws nothing but the progress: the browser itself shows what is chosen. `draft`: as it was when the screen came up.
 */
export function QuestionScreen({ app, draft, step }: { app: App; draft: Draft; step: number }) {
  const words = wordsOf(app)
  const card = words.card
  const asked = kept(() => signal(false))
  const now = () => app.drafts.byRound.peek().get(draft.round) ?? draft
  const question = draft.questions[step - 1]
  const of = draft.questions.length
  whenMounted(() => {
    if (question) arriveAt(app, draft, step)
    // Asked for one screen ahead, so that it stands on the prediction's screen from the start.
    if (step === of) void lastTrueNumber(app, draft)
  })
  if (!question) return <Elsewhere app={app} to={{ screen: "home" }} />
  const options =
    app.contest.view.value?.paper.shuffleOptions === false
      ? question.options
      : optionOrder(question.options, draft.optionSeed, question.id)
  const chosen = () => now().answers[question.id]
  const isMissing = asked.value && chosen() === undefined
  const next = () => {
    if (chosen() === undefined) asked.value = true
    else goOnFrom(app, now(), step)
  }
  const take = (option: string) => {
    choose(app, now(), question.id, option)
    asked.value = false
  }
  return (
    <form
      class="step"
      onSubmit={(event) => {
        event.preventDefault()
        next()
      }}
    >
      <Progress
        questions={draft.questions}
        answers={() => (app.drafts.byRound.value.get(draft.round) ?? draft).answers}
        label={words.question.progress(step, of)}
        at={step}
      />
      <Aloud app={app} parts={[question.text, ...options.map(({ text }) => text)]} />
      <fieldset class="question" aria-describedby={isMissing ? "missing" : undefined}>
        <legend>
          <Heading app={app} title={`${words.question.progress(step, of)}: ${question.text}`}>
            {question.text}
          </Heading>
        </legend>
        {isMissing && <FieldError id="missing">{words.question.missing}</FieldError>}
        {options.map((option) => (
          <label key={option.id} class="option">
            <input
              type="radio"
              name="option"
              value={option.id}
              checked={chosen() === option.id}
              onChange={() => take(option.id)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </fieldset>
      {(step === 1 || !app.drafts.kept.value) && <KeptNote app={app} />}
      <div class="stick">
        <Button onPress={next}>{words.goOn}</Button>
      </div>
      <div class="actions">
        <div class="pair">
          <Button kind="second" onPress={() => app.router.back()}>
            {card.back}
          </Button>
          <Button kind="second" onPress={() => goOnFrom(app, now(), step)}>
            {words.later}
          </Button>
        </div>
        <p class="aside">
          <Link app={app} to={{ screen: "review", round: draft.round }}>
            {words.question.list}
          </Link>
        </p>
      </div>
    </form>
  )
}
