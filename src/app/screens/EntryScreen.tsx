import type { App } from "../createApp.ts"
import { CardView } from "../home/CardView.tsx"
import { entryCard } from "../home/entryCard.tsx"
import { Button } from "../parts/Button.tsx"
import { Heading } from "../parts/Heading.tsx"
import { ReceiptCard } from "../parts/ReceiptCard.tsx"
import { roundOf } from "../state/rounds.ts"
import { wordsOf } from "./words.ts"

/** What has become of a round's entry: on its way, waiting, refused, or received with its receipt. */
export function EntryScreen({ app, round }: { app: App; round: number }) {
  const words = wordsOf(app)
  const entry = app.entries.statusOf(round)
  const roundView = roundOf(app.contest.view.value, round)
  const toHome = (
    <Button kind="second" onPress={() => app.router.resetTo({ screen: "home" })}>
      {words.home}
    </Button>
  )
  if (!entry || !roundView)
    return (
      <>
        <Heading app={app}>{words.entry.none}</Heading>
        <p>{words.entry.noneBody}</p>
        {toHome}
      </>
    )
  if (entry.kind === "received") return <ReceiptCard app={app} receipt={entry.receipt} counted={false} />
  const { second: _, ...card } = entryCard(app, roundView, entry)
  if (entry.kind === "superseded") {
    const { first: __, ...told } = card
    return (
      <>
        <CardView app={app} card={told} />
        {entry.receipt ? <ReceiptCard app={app} receipt={entry.receipt} counted /> : toHome}
      </>
    )
  }
  return (
    <>
      <CardView app={app} card={card} />
      {app.entries.pageOnly.value && entry.kind === "sending" && (
        <p class="notice warn">{words.entry.stayOpen}</p>
      )}
      {entry.kind !== "sending" && toHome}
    </>
  )
}
