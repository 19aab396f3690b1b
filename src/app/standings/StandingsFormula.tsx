import type { Standings } from "../../contract/standings.ts"
import type { Format } from "../format/format.ts"
import type { Figures } from "./figures.ts"
import type { StandingsWords } from "./viStandings.ts"

type StandingsFormulaProps = {
  standings: Standings
  /** Questions of a paper. */
  questions: number
  words: StandingsWords
  figures: Figures
  format: Pick<Format, "moment">
}

/** What the score is made of, of which day the headcounts are, which rounds are in and since when: stands beside the table. */
export function StandingsFormula({ standings, questions, words, figures, format }: StandingsFormulaProps) {
  const { formula } = words
  const { participationWeight, qualityWeight, headcountAsOf } = standings.formula
  return (
    <section class="formula">
      <h2>{formula.title}</h2>
      <p class="formula-score">
        {formula.score(figures.weight(participationWeight), figures.weight(qualityWeight))}
      </p>
      <p>{formula.rate}</p>
      <p>{formula.quality(figures.count(questions))}</p>
      <p>{formula.ties}</p>
      <p>
        {headcountAsOf
          ? formula.headcount(headcountAsOf.split("-").reverse().join("/"))
          : formula.headcountUndated}
      </p>
      <p>
        {formula.rounds(standings.rounds.join(", "))} {formula.asOf(format.moment(standings.asOf))}
      </p>
    </section>
  )
}
