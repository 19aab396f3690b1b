import type { ContestView } from "../contract/contestView.ts"
import type { Results } from "../contract/results.ts"
import type { Speech } from "./boardWords.ts"

type AwardsProps = {
  awards: Results["awards"]
  contest: ContestView
  speech: Speech
  /** Name and unit only: for reading from afar. */
  isBrief?: boolean
}

/** Who won what, with masked names, and what each was ranked by. */
export function Awards({ awards, contest, speech, isBrief = false }: AwardsProps) {
  const { board, format } = speech
  const unitName = (id: string | undefined) => contest.units.find((unit) => unit.id === id)?.name
  return (
    <ol class="awards">
      {awards.map(({ prize, prizeName, winner }, index) => (
        <li key={`${prize} ${index}`}>
          <p class="award-prize">{prizeName}</p>
          {winner ? (
            <>
              <p class="award-name">{winner.name}</p>
              {winner.unit && <p>{unitName(winner.unit) ?? winner.unit}</p>}
              {!isBrief && (
                <p class="award-why">
                  {board.awards.why(
                    winner.correct,
                    contest.paper.questions,
                    format.number(winner.prediction),
                    format.number(winner.predictionError),
                    format.second(winner.receivedAt),
                  )}
                  {winner.late && ` · ${board.awards.late}`}
                  <br />
                  {board.awards.code(winner.code)}
                </p>
              )}
            </>
          ) : (
            <p class="soft">{board.awards.nobody}</p>
          )}
        </li>
      ))}
    </ol>
  )
}
