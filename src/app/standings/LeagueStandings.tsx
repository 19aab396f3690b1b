import type { ComponentChildren } from "preact"
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
  /** Stands beside the chart, or below it where there is no room: StandingsFormula, at the first league. */
  children?: ComponentChildren
}

/**
 * One league under its name (h2): chart, table and who is not ranked. As wide as its place, down to a phone's. Needs
 * standings.css.
 */
export function LeagueStandings({
  league,
  formula,
  words,
  figures,
  isFinal,
  children,
}: LeagueStandingsProps) {
  return (
    <section class="league">
      <h2>{leagueName(league, words)}</h2>
      <div class="league-top">
        <StandingsChart league={league} formula={formula} words={words} figures={figures} />
        {children}
      </div>
      <StandingsTable league={league} words={words} figures={figures} isFinal={isFinal} />
      <UnrankedUnits league={league} formula={formula} words={words} figures={figures} />
    </section>
  )
}
