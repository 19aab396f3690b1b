import { effect, signal } from "@preact/signals-core"
import type { App } from "../createApp.ts"
import type { LastTrueNumber } from "../entering/lastPublished.ts"
import { lastTrueNumber } from "../entering/lastTrueNumber.ts"
import { arriveAt, typePrediction } from "../entering/quiz.ts"
import { readPrediction } from "../format/readPrediction.ts"
import { kept, whenMounted } from "../kept.ts"
import { Button } from "../parts/Button.tsx"
import { FieldError } from "../parts/FieldError.tsx"
import { Heading } from "../parts/Heading.tsx"
import { Progress } from "../parts/Progress.tsx"
import type { Draft } from "../state/draft.ts"
import { wordsOf } from "./words.ts"

/** The prediction: one field, read back in digits and words. */
export function PredictionScreen({ app, draft }: { app: App; draft: Draft }) {
  const words = wordsOf(app)
  const { prediction } = words
  const format = app.format.value
  const max = app.contest.view.value?.prediction.max ?? 999_999
  const asked = kept(() => signal(false))
  const lastKnown = kept(() => signal<LastTrueNumber | null>(null))
  const last = lastKnown.value
  const inWords = kept(() => signal<((number: number) => string) | null>(null))
  const questions = draft.questions.length
  whenMounted(() => {
    arriveAt(app, draft, questions + 1)
    void lastTrueNumber(app, draft).then((number) => {
      lastKnown.value = number
    })
    return effect(() => {
      wordsOf(app)
        .prediction.inWords()
        .then(
          (say) => {
            inWords.value = say
          },
          // Cannot be fetched now: the digits are read back all the same.
          () => undefined,
        )
    })
  })

  const read = readPrediction(draft.predictionText, max)
  const faults = {
    empty: prediction.empty,
    "not-whole": prediction.notWhole,
    "too-large": prediction.tooLarge(format.number(max)),
  }
  // Too large or no number is said while typing; an empty field only when the citizen wants to go on.
  const fault = read.ok || (read.reason === "empty" && !asked.value) ? null : faults[read.reason]
  const goOn = () => {
    if (read.ok) return app.router.go({ screen: "review", round: draft.round })
    asked.value = true
    document.getElementById("prediction")?.focus()
  }
  return (
    <form
      class="step"
      onSubmit={(event) => {
        event.preventDefault()
        goOn()
      }}
    >
      <Progress questions={draft.questions} answers={() => draft.answers} label={prediction.step} at={0} />
      <Heading app={app}>{prediction.title(questions)}</Heading>
      <p id="hint" class="soft">
        {prediction.hint}
      </p>
      {last && <p>{prediction.last(last.round, format.number(last.allCorrect))}</p>}
      <div class="field">
        <label for="prediction">{prediction.label}</label>
        <input
          id="prediction"
          class="number"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          enterkeyhint="next"
          value={draft.predictionText}
          aria-invalid={fault !== null}
          aria-describedby={fault ? "fault hint" : "hint"}
          onInput={(event) => typePrediction(app, draft, event.currentTarget.value)}
        />
        {fault && <FieldError id="fault">{fault}</FieldError>}
        <output for="prediction" class="echo">
          {read.ok && (
            <>
              <strong>{prediction.echo(format.number(read.value))}</strong>
              {inWords.value && ` (${inWords.value(read.value)})`}
            </>
          )}
        </output>
      </div>
      <div class="stick">
        <Button onPress={goOn}>{words.goOn}</Button>
      </div>
      <div class="actions">
        <Button kind="second" onPress={() => app.router.back()}>
          {words.card.back}
        </Button>
      </div>
    </form>
  )
}
