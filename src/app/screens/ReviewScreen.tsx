import { signal } from "@preact/signals-core"
import type { App } from "../createApp.ts"
import { arriveAt, predictionOf } from "../entering/quiz.ts"
import { kept, whenMounted } from "../kept.ts"
import { Button } from "../parts/Button.tsx"
import { ErrorSummary, type Fault } from "../parts/ErrorSummary.tsx"
import { Heading } from "../parts/Heading.tsx"
import { KeptNote } from "../parts/KeptNote.tsx"
import { Link } from "../parts/Link.tsx"
import type { Route } from "../routing/route.ts"
import { type Draft, unansweredSteps } from "../state/draft.ts"
import { wordsOf } from "./words.ts"

/** All answers in one list, each with a way to change it; what is missing stands first. */
export function ReviewScreen({ app, draft }: { app: App; draft: Draft }) {
  const words = wordsOf(app)
  const { review } = words
  const { round, questions, answers } = draft
  const attempts = kept(() => signal(0))
  whenMounted(() => arriveAt(app, draft, questions.length + 2))
  const prediction = predictionOf(app, draft)
  const toQuestion = (step: number): Route => ({ screen: "question", round, step })
  const toPrediction: Route = { screen: "prediction", round }
  const faults: Fault[] = unansweredSteps(draft).map((step) => ({
    text: review.questionMissing(step),
    onPress: () => app.router.go(toQuestion(step)),
  }))
  if (prediction === null)
    faults.push({ text: review.predictionMissing, onPress: () => app.router.go(toPrediction) })
  const goOn = () => {
    if (faults.length > 0) attempts.value++
    else app.router.go({ screen: "confirm", round })
  }
  return (
    <>
      <Heading app={app}>{review.title}</Heading>
      {faults.length > 0 ? (
        <ErrorSummary title={review.missing(faults.length)} faults={faults} attempt={attempts.value} />
      ) : (
        <p class="soft">{review.intro}</p>
      )}
      <ol class="review">
        {questions.map((question, index) => (
          <Row
            key={question.id}
            app={app}
            label={`${review.question(index + 1)}. ${question.text}`}
            answer={question.options.find(({ id }) => id === answers[question.id])?.text ?? null}
            to={toQuestion(index + 1)}
            edit={review.editQuestion(index + 1)}
          />
        ))}
        <Row
          app={app}
          label={review.prediction}
          answer={prediction === null ? null : words.prediction.echo(app.format.value.number(prediction))}
          to={toPrediction}
          edit={review.editPrediction}
        />
      </ol>
      <KeptNote app={app} />
      <div class="actions">
        <Button onPress={goOn}>{review.goOn}</Button>
        <Button kind="second" onPress={() => app.router.back()}>
          {words.card.back}
        </Button>
      </div>
    </>
  )
}

type RowProps = { app: App; label: string; answer: string | null; to: Route; edit: string }

function Row({ app, label, answer, to, edit }: RowProps) {
  const words = wordsOf(app)
  return (
    <li>
      <div>
        <p class="small soft">{label}</p>
        <p class={answer === null ? "missing" : "answer"}>{answer ?? words.review.none}</p>
      </div>
      <Link app={app} to={to} class="edit">
        {words.edit}
        <span class="hidden">{edit.slice(words.edit.length)}</span>
      </Link>
    </li>
  )
}
