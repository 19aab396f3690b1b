import { useState } from "preact/hooks"
import type { Standings } from "../../contract/standings.ts"
import type { App } from "../createApp.ts"
import { Chips } from "../parts/Chips.tsx"
import { Heading } from "../parts/Heading.tsx"
import { createFigures } from "../standings/figures.ts"
import { leagueName } from "../standings/leagueName.ts"
import { StandingsChart } from "../standings/StandingsChart.tsx"
import { StandingsFormula } from "../standings/StandingsFormula.tsx"
import { StandingsTable } from "../standings/StandingsTable.tsx"
import { UnrankedUnits } from "../standings/UnrankedUnits.tsx"
import { useOutcome } from "./useOutcome.ts"
import { WithOutcome } from "./WithOutcome.tsx"
import { readingWordsOf } from "./words.ts"

/** The units' standings so far: chart, table, formula; the citizen's own unit first and in sight. */
export function StandingsScreen({ app }: { app: App }) {
  const { standings } = readingWordsOf(app)
  const contest = app.contest.view.value?.id ?? ""
  const asked = useOutcome(async () => app.ask((await app.deps.api).standings(contest)), contest)
  return (
    <>
      <Heading app={app}>{standings.title}</Heading>
      <WithOutcome app={app} asked={asked}>
        {(value) => <Leagues app={app} standings={value} />}
      </WithOutcome>
    </>
  )
}

function Leagues({ app, standings }: { app: App; standings: Standings }) {
  const { standings: words, units } = readingWordsOf(app)
  const figures = createFigures(app.appearance.locale.value)
  const view = app.contest.view.value
  // As at the first entry; before that, what the account says.
  const own = app.entries.receipts()[0]?.unit ?? app.session.claims.value?.unit ?? null
  const { leagues, rounds } = standings
  const ownPlace = leagues.findIndex(({ rows }) => rows.some(({ unit }) => unit.id === own))
  const [chosen, setChosen] = useState<number | null>(null)
  const place = chosen ?? Math.max(0, ownPlace)
  const league = leagues[place]
  if (!league) return <p>{units.none}</p>
  if (rounds.length === 0) return <p>{units.notYet}</p>
  const of = view?.rounds.length ?? rounds.length
  const isFinal = rounds.length >= of
  const shared = { league, formula: standings.formula, words, figures, own }
  return (
    <>
      <OwnUnit app={app} league={leagues[ownPlace]} own={own} />
      {leagues.length > 1 && (
        <Chips
          name="league"
          legend={units.league}
          choices={leagues.map((one, index) => ({ id: index, label: leagueName(one, words) }))}
          chosen={place}
          onChoose={(index: number) => setChosen(index)}
        />
      )}
      {!isFinal && <p class="small soft">{words.soFar(rounds.join(", "), of)}</p>}
      <section class="league">
        <h2>{leagueName(league, words)}</h2>
        <StandingsChart {...shared} />
        <StandingsTable {...shared} isFinal={isFinal} />
        <UnrankedUnits {...shared} />
      </section>
      <StandingsFormula
        standings={standings}
        questions={view?.paper.questions ?? 15}
        words={words}
        figures={figures}
        format={app.format.value}
      />
    </>
  )
}

type OwnUnitProps = { app: App; league: Standings["leagues"][number] | undefined; own: string | null }

/** Where the citizen's own unit stands, in a sentence; nothing where none is known. */
function OwnUnit({ app, league, own }: OwnUnitProps) {
  const { units } = readingWordsOf(app)
  const row = league?.rows.find(({ unit }) => unit.id === own)
  if (!league || !row) return null
  const figures = createFigures(app.appearance.locale.value)
  const ranked = league.rows.filter(({ rank }) => rank !== null).length
  return (
    <p class="notice own-unit">
      {row.rank === null
        ? units.ownUnranked(row.unit.name)
        : units.ownRanked(
            row.unit.name,
            figures.count(row.rank),
            figures.count(ranked),
            figures.points(row.score ?? 0),
          )}
    </p>
  )
}
