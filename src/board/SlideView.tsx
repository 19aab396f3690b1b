import { leagueBars } from "../app/standings/bars.ts"
import { leagueName } from "../app/standings/leagueName.ts"
import { StandingsChart } from "../app/standings/StandingsChart.tsx"
import { StandingsTable } from "../app/standings/StandingsTable.tsx"
import { Awards } from "./Awards.tsx"
import type { BoardData } from "./boardData.ts"
import type { Speech } from "./boardWords.ts"
import { JoinSlide } from "./JoinSlide.tsx"
import { Report } from "./Report.tsx"
import { roundDays } from "./roundDays.ts"
import { type Slide, unitsPerSlide } from "./slides.ts"
import { Weeks } from "./Weeks.tsx"

type SlideViewProps = { slide: Slide; data: BoardData; speech: Speech; contestLink: string | null }

/** One page of the notice screen. */
export function SlideView({ slide, data, speech, contestLink }: SlideViewProps) {
  const { board } = speech
  switch (slide.kind) {
    case "weeks":
      return (
        <>
          <h1>{board.noneYet}</h1>
          <Weeks contest={data.contest} speech={speech} />
        </>
      )
    case "standings":
      return <LeagueSlide slide={slide} data={data} speech={speech} />
    case "report":
      return (
        <>
          <SlideHead
            title={board.report.title(slide.round.number)}
            division={slide.division.name}
            data={data}
          >
            {roundDays(slide.round, speech)}
          </SlideHead>
          <Report
            report={slide.division.results.report}
            questions={data.contest.paper.questions}
            speech={speech}
          />
        </>
      )
    case "awards":
      return (
        <>
          <SlideHead title={board.awards.title} division={slide.division.name} data={data}>
            {board.round(slide.round.number)}
          </SlideHead>
          <Awards awards={slide.awards} contest={data.contest} speech={speech} isBrief />
          <p class="safety">{board.safety}</p>
        </>
      )
    case "join":
      return (
        <JoinSlide round={slide.round} contest={data.contest} speech={speech} contestLink={contestLink} />
      )
  }
}

type SlideHeadProps = { title: string; division: string; data: BoardData; children: string }

function SlideHead({ title, division, data, children }: SlideHeadProps) {
  const hasDivisions = data.contest.divisions.length > 1
  return (
    <header>
      <h1>{title}</h1>
      <p class="soft">{hasDivisions ? `${division} · ${children}` : children}</p>
    </header>
  )
}

type LeagueSlideProps = { slide: Slide & { kind: "standings" }; data: BoardData; speech: Speech }

function LeagueSlide({ slide, data: { contest, standings }, speech }: LeagueSlideProps) {
  const { standings: words, figures } = speech
  const league = standings.leagues[slide.league]
  if (!league) return null
  const { formula } = standings
  const shown = leagueBars(league, formula, unitsPerSlide, slide.skip).bars
  const ranked = league.rows.filter(({ rank }) => rank !== null).length
  const isFinal = standings.rounds.length === contest.rounds.length
  return (
    <>
      <header>
        <h1>{words.title}</h1>
        <p class="soft">
          {[
            ...(standings.leagues.length > 1 ? [leagueName(league, words)] : []),
            shown.length === 0
              ? words.noneRanked
              : words.chart.shown(shown[0]?.rank ?? 0, shown.at(-1)?.rank ?? 0, figures.count(ranked)),
            words.formula.rounds(standings.rounds.join(", ")),
          ].join(" · ")}
        </p>
      </header>
      <div class="league">
        <StandingsChart
          league={league}
          formula={formula}
          words={words}
          figures={figures}
          limit={unitsPerSlide}
          skip={slide.skip}
        />
        {/* The picture's figures, for who listens to this page. */}
        <div class="hidden">
          <StandingsTable league={league} words={words} figures={figures} isFinal={isFinal} />
        </div>
      </div>
    </>
  )
}
