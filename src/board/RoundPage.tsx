import { Awards } from "./Awards.tsx"
import type { BoardData, DivisionResults, ShownRound } from "./boardData.ts"
import type { Speech } from "./boardWords.ts"
import { Report } from "./Report.tsx"
import { roundDays } from "./roundDays.ts"
import { WeekState, Weeks } from "./Weeks.tsx"

type RoundPageProps = { data: BoardData; asked: number | null; speech: Speech }

/** The report of one round. `asked`: its number in the URL; null: the last published. */
export function RoundPage({ data, asked, speech }: RoundPageProps) {
  const { board } = speech
  const { round, contest } = data
  if (!round)
    return (
      <>
        <h1>{asked === null ? board.noneYet : board.noSuchRound(asked)}</h1>
        <Weeks contest={contest} speech={speech} />
      </>
    )
  const { number } = round.round
  return (
    <>
      <header>
        <h1>{round.divisions.length > 0 ? board.report.title(number) : board.roundNotYet(number)}</h1>
        <p class="soft">{roundDays(round.round, speech)}</p>
      </header>
      {round.divisions.length === 0 && (
        <p>
          <WeekState round={round.round} speech={speech} />
        </p>
      )}
      {round.divisions.map((division) => (
        <Division
          key={division.results.division}
          shown={round}
          division={division}
          data={data}
          speech={speech}
        />
      ))}
    </>
  )
}

type DivisionProps = { shown: ShownRound; division: DivisionResults; data: BoardData; speech: Speech }

function Division({ shown, division: { name, results }, data: { contest }, speech }: DivisionProps) {
  const { board, format } = speech
  const words = board.report
  return (
    <section class="division">
      {shown.divisions.length > 1 && <h2>{name}</h2>}
      <Report report={results.report} questions={contest.paper.questions} speech={speech} />
      <h2>{board.awards.title}</h2>
      <p class="safety">{board.safety}</p>
      <Awards awards={results.awards} contest={contest} speech={speech} />
      <p class="small soft">
        {[
          board.awards.masked,
          words.published(format.moment(results.publishedAt)),
          ...(results.revision > 1 ? [words.revised(results.revision - 1)] : []),
          words.refused(format.number(results.refusedAttempts)),
          words.excluded(format.number(results.excluded.length)),
        ].join(" ")}
      </p>
    </section>
  )
}
