import { effect } from "@preact/signals-core"
import type { App } from "../createApp.ts"
import { CardView } from "../home/CardView.tsx"
import { entryCard } from "../home/entryCard.tsx"
import { whenMounted } from "../kept.ts"
import { Button } from "../parts/Button.tsx"
import { Heading } from "../parts/Heading.tsx"
import { fetchReceiptCard, receiptCard } from "../receipt/receiptScript.ts"
import { roundOf } from "../state/rounds.ts"
import { wordsOf } from "./words.ts"

/** What has become of a round's entry: on its way, waiting, refused, or received with its receipt. */
export function EntryScreen({ app, round }: { app: App; round: number }) {
  const words = wordsOf(app)
  const entry = app.entries.statusOf(round)
  whenMounted(() =>
    effect(() => {
      const now = app.entries.statusOf(round)
      if (now && "receipt" in now) void fetchReceiptCard(app)
      // Why it is not under way or received, the citizen's own words say. Without them the card says that it is so.
      if (now && !["sending", "queued", "received"].includes(now.kind))
        app.words.citizen.load().catch(() => undefined)
    }),
  )
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
  const Receipt = receiptCard.value
  const { resultsDueAt } = roundView
  if (entry.kind === "received" && Receipt)
    return <Receipt app={app} receipt={entry.receipt} resultsDueAt={resultsDueAt} counted={false} />
  const { second: _, ...card } = entryCard(app, roundView, entry)
  if (entry.kind === "received" || entry.kind === "superseded") {
    // It leads here.
    const { first: __, ...told } = card
    return (
      <>
        <CardView app={app} card={told} />
        {entry.receipt && Receipt && entry.kind === "superseded" ? (
          <Receipt app={app} receipt={entry.receipt} resultsDueAt={resultsDueAt} counted />
        ) : (
          toHome
        )}
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
