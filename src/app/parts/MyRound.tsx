import type { RoundView } from "../../contract/contestView.ts"
import type { Receipt } from "../../contract/receipt.ts"
import type { App } from "../createApp.ts"
import { readingWordsOf } from "../screens/words.ts"
import type { EntryStatus } from "../state/entryStatus.ts"
import { phaseOf } from "../state/rounds.ts"
import { Link } from "./Link.tsx"

/** One round of the citizen: where it stands, the receipt in short, and the result once it is known. */
export function MyRound({ app, round }: { app: App; round: RoundView }) {
  const { mine, card } = readingWordsOf(app)
  const format = app.format.value
  const { number } = round
  const entry = app.entries.statusOf(number)
  const phase = phaseOf(round, app.clock.now.value)
  const receipt = entry && "receipt" in entry ? entry.receipt : null
  return (
    <>
      <h2>{card.round(number)}</h2>
      <p class={entry?.kind === "received" ? "good" : "soft"}>
        {entry
          ? mine.states[entry.kind]
          : app.drafts.byRound.value.has(number) && phase === "open"
            ? mine.draft
            : phase === "upcoming"
              ? card.opensAt(format.moment(round.opensAt))
              : mine.notEntered}
      </p>
      {receipt && <ReceiptLines app={app} receipt={receipt} />}
      {entry?.kind === "received" && <ResultLines app={app} entry={entry} />}
      {entry?.kind === "received" && !entry.result && phase === "published" && (
        <p class="soft">{mine.resultUnknown}</p>
      )}
      <p class="row">
        {entry && (
          <Link app={app} to={{ screen: "entry", round: number }}>
            {mine.see(number)}
          </Link>
        )}
        {phase === "published" && (
          <Link app={app} to={{ screen: "results", round: number }}>
            {card.resultsOf(number)}
          </Link>
        )}
      </p>
    </>
  )
}

function ReceiptLines({ app, receipt }: { app: App; receipt: Receipt }) {
  const { mine, card } = readingWordsOf(app)
  return (
    <p>
      {mine.code} <strong>{receipt.code}</strong>
      <br />
      {card.alreadyEntered.at(app.format.value.second(receipt.receivedAt))}
    </p>
  )
}

function ResultLines({ app, entry: { result } }: { app: App; entry: EntryStatus & { kind: "received" } }) {
  const { mine, results } = readingWordsOf(app)
  const { number } = app.format.value
  if (!result) return null
  return (
    <p>
      {mine.correct(result.correct, result.questions.length)}
      {result.rank !== undefined && ` · ${results.rank(number(result.rank), number(result.entrants))}`}
      {result.award && (
        <>
          <br />
          <strong class="good">{results.award(result.award.name)}</strong>
        </>
      )}
    </p>
  )
}
