import type { App } from "../createApp.ts"
import type { Own } from "../screens/WithResults.tsx"
import { readingWordsOf } from "../screens/words.ts"

/** Why the entry stands where it stands: its line beside the last one with an award. */
export function WhyRanked({ app, own: { receipt, result } }: { app: App; own: Own }) {
  const { results: words } = readingWordsOf(app)
  const format = app.format.value
  const line = (of: { correct: number; predictionError: number; receivedAt: string; late: boolean }) => {
    const text = words.line(
      of.correct,
      result.questions.length,
      format.number(of.predictionError),
      format.second(of.receivedAt),
    )
    return of.late ? `${text} · ${words.late}` : text
  }
  const { correct, predictionError, lastAwarded } = result
  return (
    <section>
      <h2>{words.why}</h2>
      <dl class="lines">
        <dt>{words.thisEntry}</dt>
        <dd>{line({ correct, predictionError, receivedAt: receipt.receivedAt, late: receipt.late })}</dd>
        {lastAwarded && (
          <>
            <dt>{words.lastAwarded}</dt>
            <dd>{line(lastAwarded)}</dd>
          </>
        )}
      </dl>
      <p class="small soft">{words.whyNote}</p>
    </section>
  )
}
