import type { Results } from "../../contract/results.ts"
import type { App } from "../createApp.ts"
import { decidingKey, type Line } from "../results/decidingKey.ts"
import { whySentence } from "../results/whySentence.ts"
import type { Own } from "../screens/WithResults.tsx"
import { readingWordsOf } from "../screens/words.ts"

type WhyRankedProps = { app: App; own: Own; results: Results }

/** Why the entry stands where it stands: its line beside the last one with an award, and what decided between them. */
export function WhyRanked({ app, own: { receipt, result }, results }: WhyRankedProps) {
  const { why, results: words } = readingWordsOf(app)
  const format = app.format.value
  const view = app.contest.view.value
  // An entry that does not count is not ranked.
  if (result.rank === undefined) return null
  const questions = result.questions.length
  const text = (line: Line) =>
    words.line(line.correct, questions, format.number(line.predictionError), format.second(line.receivedAt)) +
    (line.late ? ` · ${words.late}` : "")
  const { correct, predictionError, lastAwarded } = result
  const own = { correct, predictionError, receivedAt: receipt.receivedAt, late: receipt.late }
  const winners = results.awards.flatMap(({ winner }) => winner ?? [])
  const isLast = winners.at(-1)?.code === receipt.code
  const decided = lastAwarded && decidingKey(own, lastAwarded, view?.ranking ?? [])
  return (
    <section>
      <h2>{why.title}</h2>
      <dl class="lines">
        <dt>{why.thisEntry}</dt>
        <dd>{text(own)}</dd>
        {lastAwarded && !isLast && (
          <>
            <dt>{why.lastAwarded}</dt>
            <dd>{text(lastAwarded)}</dd>
          </>
        )}
      </dl>
      <p>
        <strong>{isLast ? why.isLast : decided ? whySentence(decided, why, format) : why.noAwards}</strong>
      </p>
      {decided?.isAhead && !result.award && view?.awards.oneAwardPerPerson && <p>{why.oneAward}</p>}
      <p class="small soft">
        {why.truth(format.number(result.allCorrect), questions)} {why.note}
      </p>
    </section>
  )
}
