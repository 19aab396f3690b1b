import type { Formula, League, StandingsRow } from "./bars.ts"
import type { Figures } from "./figures.ts"
import type { StandingsWords } from "./viStandings.ts"

type Reason = NonNullable<StandingsRow["unrankedBecause"]>
type UnrankedUnitsProps = { league: League; formula: Formula; words: StandingsWords; figures: Figures }

/** The units of a league that have no rank, under the reason why, with their entries so far. Nothing where all are ranked. */
export function UnrankedUnits({ league, formula, words, figures }: UnrankedUnitsProps) {
  const { unranked } = words
  const inWords: Record<Reason, string> = {
    "too-few": unranked.tooFew(figures.count(formula.minEntrants)),
    "low-rate": unranked.lowRate(figures.share(formula.minRate)),
    headcount: unranked.headcount,
  }
  const groups = (Object.keys(inWords) as Reason[])
    .map((reason) => ({
      reason,
      rows: league.rows.filter(({ unrankedBecause }) => unrankedBecause === reason),
    }))
    .filter(({ rows }) => rows.length > 0)
  if (groups.length === 0) return null
  return (
    <section class="unranked">
      <h3>{unranked.title}</h3>
      {groups.map(({ reason, rows }) => (
        <div key={reason}>
          <p>{inWords[reason]}</p>
          <ul>
            {rows.map(({ unit, entrants }) => (
              <li key={unit.id}>
                {unit.name} <span class="soft">({unranked.entrants(figures.count(entrants))})</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
