import type { App } from "../createApp.ts"
import { WithResults } from "./WithResults.tsx"
import { readingWordsOf } from "./words.ts"

/** Who won what in a published round, with masked names, and why in one line each. */
export function WinnersScreen({ app, round }: { app: App; round: number }) {
  const { winners, results: words } = readingWordsOf(app)
  const format = app.format.value
  const view = app.contest.view.value
  const of = view?.paper.questions ?? 15
  const unitName = (id: string | undefined) => view?.units.find((unit) => unit.id === id)?.name ?? id
  return (
    <WithResults app={app} round={round} title={winners.title(round)}>
      {(results) => (
        <>
          <p class="notice good">{winners.safety}</p>
          <ol class="sheets">
            {results.awards.map(({ prize, prizeName, winner }, index) => (
              <li key={`${prize} ${index}`}>
                <p class="prize">{prizeName}</p>
                {winner ? (
                  <>
                    <h2>{winner.name}</h2>
                    {winner.unit && <p>{unitName(winner.unit)}</p>}
                    <p class="small soft">
                      {words.line(
                        winner.correct,
                        of,
                        format.number(winner.predictionError),
                        format.second(winner.receivedAt),
                      )}
                      {winner.late && ` · ${words.late}`}
                    </p>
                    <p class="small soft">{winner.code}</p>
                  </>
                ) : (
                  <p class="soft">{winners.none}</p>
                )}
              </li>
            ))}
          </ol>
          <p class="small soft">{winners.note}</p>
        </>
      )}
    </WithResults>
  )
}
