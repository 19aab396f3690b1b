import { signal } from "@preact/signals-core"
import type { Receipt } from "../../contract/receipt.ts"
import type { App } from "../createApp.ts"
import type { ToldOfReceipt } from "../entering/keepReceipt.ts"
import { kept, whenMounted } from "../kept.ts"
import { wordsOf } from "../screens/words.ts"
import { roundOf } from "../state/rounds.ts"
import { Button } from "./Button.tsx"
import { Heading } from "./Heading.tsx"

type KeepReceipt = typeof import("../entering/keepReceipt.ts")

type ReceiptCardProps = {
  app: App
  receipt: Receipt
  /** Shown under another heading, as the entry that counts instead of the one on this phone. */
  counted: boolean
}

/** The receipt: proof that the entry is with the organiser. The only place with a green tick. */
export function ReceiptCard({ app, receipt, counted }: ReceiptCardProps) {
  const words = wordsOf(app)
  const { entry } = words
  const format = app.format.value
  const view = app.contest.view.value
  const told = kept(() => signal<ToldOfReceipt>({ note: "" }))
  const canShare = kept(() => signal(false))
  whenMounted(() => {
    app.deps.host.then(
      (host) => {
        canShare.value = host.can("share")
      },
      // Without the bridge's own script there is nothing to share by.
      () => undefined,
    )
  })
  const round = roundOf(view, receipt.round)
  const unit = view?.units.find(({ id }) => id === receipt.unit)?.name
  const title = receipt.late ? entry.receivedLate : entry.received
  const run = async (
    act: (script: KeepReceipt) => ToldOfReceipt | Promise<ToldOfReceipt>,
    failed: string,
  ) => {
    // The script may not come: no network, and no worker that has kept it.
    const news = await import("../entering/keepReceipt.ts").then(act).catch(() => ({ note: failed }))
    told.value = { ...told.value, ...news }
  }
  const save = () => run(({ keepReceipt }) => keepReceipt(app, receipt), entry.notSaved)
  const share = () => run(({ shareReceipt }) => shareReceipt(app, receipt), entry.notShared)
  const { note, picture } = told.value
  return (
    <>
      <section class="receipt">
        <div class="tick">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <circle cx="16" cy="16" r="15" fill="currentColor" />
            <path d="M9 16.5l5 5 9-10" fill="none" stroke="var(--surface)" stroke-width="3" />
          </svg>
          {counted ? <h2>{entry.counted}</h2> : <Heading app={app}>{title}</Heading>}
        </div>
        {receipt.late && <p>{entry.lateBody}</p>}
        <dl>
          <dt>{entry.code}</dt>
          <dd class="code">{receipt.code}</dd>
          <dt>{entry.round}</dt>
          <dd>{words.card.round(receipt.round)}</dd>
          <dt>{entry.at}</dt>
          <dd>{format.second(receipt.receivedAt)}</dd>
          {unit && (
            <>
              <dt>{entry.unit}</dt>
              <dd>{unit}</dd>
            </>
          )}
          <dt>{entry.prediction}</dt>
          <dd>{entry.people(format.number(receipt.prediction))}</dd>
        </dl>
      </section>
      <section class="next">
        <h2>{entry.next}</h2>
        <p>
          {round?.resultsDueAt
            ? entry.nextResults(format.moment(round.resultsDueAt))
            : entry.nextResultsUnknown}{" "}
          {entry.nextKeep}
        </p>
      </section>
      <div class="actions">
        <Button onPress={() => void save()}>{entry.save}</Button>
        <p class="small" aria-live="polite">
          {note}
        </p>
        {picture && <img class="picture" src={picture} alt={entry.pictureAlt(receipt.code)} />}
        {canShare.value && (
          <Button kind="second" onPress={() => void share()}>
            {entry.share}
          </Button>
        )}
        <Button kind="second" onPress={() => app.router.resetTo({ screen: "home" })}>
          {words.home}
        </Button>
      </div>
    </>
  )
}
