import type { Results } from "../../contract/results.ts"
import type { App } from "../createApp.ts"
import { Link } from "../parts/Link.tsx"
import { RoundReport } from "../parts/RoundReport.tsx"
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
          {results.revision > 1 && (
            <p class="notice">
              {words.revised(results.revision - 1)}{" "}
              <Link app={app} to={{ screen: "revisions", round }}>
                {words.seeRevisions}
              </Link>
            </p>
          )}
          {own ? <OwnResult app={app} own={own} results={results} /> : <p>{words.notOwn}</p>}
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
            {app.contest.view.value?.awards.collective.length !== 0 && (
              <li>
                <Link app={app} to={{ screen: "standings" }}>
                  {words.standings}
                </Link>
              </li>
            )}
            <li>
              <Link app={app} to={{ screen: "ledger", round }}>
                {words.ledger}
              </Link>
            </li>
          </ul>
          {own && <WhyRanked app={app} own={own} results={results} />}
          <RoundReport app={app} results={results} />
          <p class="small soft">{words.published(app.format.value.moment(results.publishedAt))}</p>
        </>
      )}
    </WithResults>
  )
}

type OwnResultProps = { app: App; own: Own; results: Results }

function OwnResult({ app, own: { receipt, result }, results }: OwnResultProps) {
  const { results: words, citizen, winners } = readingWordsOf(app)
  const format = app.format.value
  const excluded = results.excluded.find(({ code }) => code === receipt.code)
  return (
    <section class="card">
      <h2>{words.own}</h2>
      <p class="score">
        {result.correct}
        <span>/{result.questions.length}</span>
      </p>
      <p>
        {citizen.results.own(
          result.correct,
          format.number(receipt.prediction),
          format.number(result.predictionError),
        )}
      </p>
      {result.rank !== undefined && (
        <p>{words.rank(format.number(result.rank), format.number(result.entrants))}</p>
      )}
      {excluded && (
        <p class="notice warn">
          {words.excluded} {excluded.reason}
        </p>
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
