import type { League, StandingsRow } from "./bars.ts"
import type { Figures } from "./figures.ts"
import { leagueName } from "./leagueName.ts"
import type { StandingsWords } from "./viStandings.ts"

type StandingsTableProps = {
  league: League
  words: StandingsWords
  figures: Figures
  /** All rounds are in: who has a prize has it for good. */
  isFinal: boolean
}

// Where there is little room the style sheet makes cards of the rows; browsers that would then no longer call it a table
// are told by role.
const as = (role: "table" | "rowgroup" | "row" | "columnheader" | "rowheader" | "cell") => ({ role })

/**
 * The ranked units of a league with every figure that their score is made of: also what the chart (StandingsChart) says, in
 * words and numbers. Units without a rank: UnrankedUnits. Needs standings.css.
 */
export function StandingsTable({ league, words, figures, isFinal }: StandingsTableProps) {
  const { columns } = words
  const ranked = league.rows.filter(({ rank }) => rank !== null)
  if (ranked.length === 0) return <p>{words.noneRanked}</p>
  return (
    <table class="standings" {...as("table")}>
      <caption class="hidden">{`${words.title}: ${leagueName(league, words)}`}</caption>
      <thead {...as("rowgroup")}>
        <tr {...as("row")}>
          {Object.entries(columns).map(([key, name]) => (
            <th key={key} scope="col" class={key} {...as("columnheader")}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as("rowgroup")}>
        {ranked.map((row) => (
          <Row key={row.unit.id} row={row} words={words} figures={figures} isFinal={isFinal} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { row: StandingsRow; words: StandingsWords; figures: Figures; isFinal: boolean }

function Row({
  row: { unit, rank, entrants, rate, quality, score, awarded },
  words,
  figures,
  isFinal,
}: RowProps) {
  const { columns, none } = words
  const cells = {
    entrants: figures.count(entrants),
    headcount: unit.headcount === undefined ? none : figures.count(unit.headcount),
    rate: rate === null ? none : figures.share(rate),
    quality: quality === null ? none : figures.share(quality),
    score: score === null ? none : figures.points(score),
  }
  return (
    <tr {...as("row")}>
      <td class="rank" {...as("cell")}>
        {rank}
      </td>
      <th scope="row" class="unit" {...as("rowheader")}>
        {unit.name}
      </th>
      {(Object.keys(cells) as (keyof typeof cells)[]).map((key) => (
        <td key={key} class={key} {...as("cell")}>
          <span class="standings-label" aria-hidden="true">
            {columns[key]}
          </span>
          {cells[key]}
        </td>
      ))}
      <td class="award" {...as("cell")}>
        {awarded && (isFinal ? words.awarded : words.awardedSoFar)}
      </td>
    </tr>
  )
}
