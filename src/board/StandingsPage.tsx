import { LeagueStandings } from "../app/standings/LeagueStandings.tsx"
import { StandingsFormula } from "../app/standings/StandingsFormula.tsx"
import type { BoardData } from "./boardData.ts"
import type { Speech } from "./boardWords.ts"
import { Weeks } from "./Weeks.tsx"

/** The standings of units, league by league, with the formula beside them; before the first results, how far the weeks are. */
export function StandingsPage({ data: { contest, standings }, speech }: { data: BoardData; speech: Speech }) {
  const { board, standings: words, figures, format } = speech
  const isFinal = standings.rounds.length === contest.rounds.length
  if (standings.rounds.length === 0)
    return (
      <>
        <h1>{board.noneYet}</h1>
        <p>{board.noneYetBody}</p>
        <Weeks contest={contest} speech={speech} />
      </>
    )
  return (
    <>
      <header>
        <h1>{words.title}</h1>
        {standings.leagues.length === 0 && <p>{board.noLeagues}</p>}
        {!isFinal && standings.leagues.length > 0 && (
          <p class="soft">{words.soFar(standings.rounds.join(", "), contest.rounds.length)}</p>
        )}
      </header>
      {standings.leagues.map((league, index) => (
        <LeagueStandings
          key={league.kinds.join(" ")}
          league={league}
          formula={standings.formula}
          words={words}
          figures={figures}
          isFinal={isFinal}
        >
          {index === 0 && (
            <StandingsFormula
              standings={standings}
              questions={contest.paper.questions}
              words={words}
              figures={figures}
              format={format}
            />
          )}
        </LeagueStandings>
      ))}
    </>
  )
}
