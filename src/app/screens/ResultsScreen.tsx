import type { Results } from "../../contract/results.ts"
import type { App } from "../createApp.ts"
import { Link } from "../parts/Link.tsx"
import { WhyRanked } from "../parts/WhyRanked.tsx"
import { type Own, WithResults } from "./WithResults.tsx"
import { readingWordsOf } from "./words.ts"

/** A round's results: the citizen's own first, then everybody's figures. */
export function ResultsScreen({ app, round }: { app: App; round: number }) {
  const { results: words } = readingWordsOf(app)
  return (
    <WithResults app={app} round={round} title={words.title(round)}>
      {(results, own) => (
        <>
          {own ? <OwnResult app={app} own={own} /> : <p>{words.notOwn}</p>}
          <ul class="links">
            <li>
              <Link app={app} to={{ screen: "answers", round }}>
                {words.answers}
              </Link>
            </li>
            <li>
              <Link app={app} to={{ screen: "winners", round }}>
                {words.winners}
              </Link>
            </li>
          </ul>
          {own && <WhyRanked app={app} own={own} />}
          <Report app={app} results={results} />
          <p class="small soft">
            {words.published(app.format.value.moment(results.publishedAt))}{" "}
            {results.revision > 1 && words.revision(results.revision - 1)}
          </p>
        </>
      )}
    </WithResults>
  )
}

function OwnResult({ app, own: { receipt, result } }: { app: App; own: Own }) {
  const { results: words, card, winners } = readingWordsOf(app)
  const format = app.format.value
  return (
    <section class="card">
      <h2>{words.own}</h2>
      <p class="score">
        {result.correct}
        <span>/{result.questions.length}</span>
      </p>
      <p>
        {card.resultsPublished.own(
          result.correct,
          format.number(receipt.prediction),
          format.number(result.predictionError),
        )}
      </p>
      {result.rank !== undefined && (
        <p>{words.rank(format.number(result.rank), format.number(result.entrants))}</p>
      )}
      {result.award && (
        <div class="notice good">
          <p>
            <strong>{words.award(result.award.name)}</strong>
          </p>
          <p>{winners.safety}</p>
        </div>
      )}
    </section>
  )
}

function Report({ app, results: { report } }: { app: App; results: Results }) {
  const { results: words } = readingWordsOf(app)
  const { number } = app.format.value
  const of = app.contest.view.value?.paper.questions ?? 15
  const rows: [string, number][] = [
    [words.entrants, report.entrants],
    [words.allCorrect(of), report.allCorrect],
    [words.atLeast75, report.atLeast75],
    [words.from25To75, report.from25To75],
    [words.below25, report.below25],
    [words.noneRight, report.noneRight],
  ]
  return (
    <section>
      <h2>{words.report}</h2>
      <dl class="figures">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{number(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
