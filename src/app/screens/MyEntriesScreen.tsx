import { useEffect } from "preact/hooks"
import type { RoundView } from "../../contract/contestView.ts"
import type { App } from "../createApp.ts"
import { signIn } from "../home/actions.ts"
import { Button } from "../parts/Button.tsx"
import { Heading } from "../parts/Heading.tsx"
import { Link } from "../parts/Link.tsx"
import { phaseOf } from "../state/rounds.ts"
import { readingWordsOf } from "./words.ts"

/** The citizen's rounds: entries, receipts, results. */
export function MyEntriesScreen({ app }: { app: App }) {
  const { mine, card, help } = readingWordsOf(app)
  const rounds = app.contest.view.value?.rounds ?? []
  const now = app.clock.now.value
  useEffect(() => void app.entries.refresh(), [app.session.claims.value])
  if (app.session.state.value === "out" || app.session.state.value === "standalone")
    return (
      <>
        <Heading app={app}>{mine.title}</Heading>
        <p>{mine.signIn}</p>
        {app.session.state.value === "out" && <Button onPress={() => void signIn(app)}>{card.signIn}</Button>}
      </>
    )
  return (
    <>
      <Heading app={app}>{mine.title}</Heading>
      {!app.entries.known.value && <p class="notice warn">{mine.unknown}</p>}
      <ul class="sheets">
        {rounds
          .filter((round) => phaseOf(round, now) !== "upcoming")
          .map((round) => (
            <li key={round.number}>
              <MyRound app={app} round={round} />
            </li>
          ))}
      </ul>
      <p>
        <Link app={app} to={{ screen: "complaint" }}>
          {help.complain}
        </Link>
      </p>
    </>
  )
}

function MyRound({ app, round }: { app: App; round: RoundView }) {
  const { mine, card } = readingWordsOf(app)
  const { number } = round
  const entry = app.entries.statusOf(number)
  const hasDraft = app.drafts.byRound.value.has(number)
  const received = entry?.kind === "received" ? entry : null
  const state = entry ? mine.states[entry.kind] : hasDraft ? mine.draft : mine.notEntered
  return (
    <>
      <h2>{card.round(number)}</h2>
      <p class={received ? "good" : "soft"}>{state}</p>
      {received && (
        <p>
          {mine.code} <strong>{received.receipt.code}</strong>
        </p>
      )}
      {received?.result && <p>{mine.correct(received.result.correct, received.result.questions.length)}</p>}
      <p class="row">
        {entry && (
          <Link app={app} to={{ screen: "entry", round: number }}>
            {mine.see(number)}
          </Link>
        )}
        {round.phase === "published" && (
          <Link app={app} to={{ screen: "results", round: number }}>
            {card.resultsOf(number)}
          </Link>
        )}
      </p>
    </>
  )
}
