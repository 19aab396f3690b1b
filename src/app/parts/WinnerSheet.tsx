import type { App } from "../createApp.ts"
import type { Winner } from "../results/searchWinners.ts"
import { readingWordsOf } from "../screens/words.ts"

type WinnerSheetProps = { app: App; winner: Winner; unit: string | undefined; isOwn: boolean }

/** One winner: masked name, unit, code, and why in one line. */
export function WinnerSheet({ app, winner, unit, isOwn }: WinnerSheetProps) {
  const { winners: words, results } = readingWordsOf(app)
  const format = app.format.value
  const of = app.contest.view.value?.paper.questions ?? 15
  return (
    <li class={isOwn ? "own" : ""}>
      {isOwn && <span class="tag">{words.own}</span>}
      <h3>{winner.name}</h3>
      {unit && <p>{unit}</p>}
      <p class="small soft">
        {results.line(
          winner.correct,
          of,
          format.number(winner.predictionError),
          format.second(winner.receivedAt),
        )}
        {winner.late && ` · ${results.late}`}
      </p>
      <p class="small soft">{winner.code}</p>
    </li>
  )
}
