import type { Formula, League } from "./bars.ts"
import type { Figures } from "./figures.ts"
import { leagueName } from "./leagueName.ts"
import { StandingsChart } from "./StandingsChart.tsx"
import { StandingsTable } from "./StandingsTable.tsx"
import { UnrankedUnits } from "./UnrankedUnits.tsx"
import type { StandingsWords } from "./viStandings.ts"

type LeagueStandingsProps = {
  league: League
  formula: Formula
  words: StandingsWords
  figures: Figures
  /** All rounds are in: who has a prize has it for good. */
  isFinal: boolean
}

/**
 * One league under its name (h2): chart, table and who is not ranked. As wide as its place, from 16rem on. Page it with
 * standings.css; StandingsFormula belongs beside it, once for all leagues.
 */
export function LeagueStandings({ league, formula, words, figures, isFinal }: LeagueStandingsProps) {
  return (
    <section class="league">
      <h2>{leagueName(league, words)}</h2>
      <StandingsChart league={league} formula={formula} words={words} figures={figures} />
      <StandingsTable league={league} words={words} figures={figures} isFinal={isFinal} />
      <UnrankedUnits league={league} formula={formula} words={words} figures={figures} />
    </section>
  )
}
