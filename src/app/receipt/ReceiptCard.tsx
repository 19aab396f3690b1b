import { signal } from "@preact/signals-core"
import type { Receipt } from "../../contract/receipt.ts"
import { adoptStyle } from "../adoptStyle.ts"
import type { App } from "../createApp.ts"
import { kept, whenMounted } from "../kept.ts"
import { Button } from "../parts/Button.tsx"
import { Heading } from "../parts/Heading.tsx"
import { receiptWordsOf, wordsOf } from "../screens/words.ts"
import { keepReceipt, shareReceipt, type ToldOfReceipt } from "./keepReceipt.ts"
import style from "./receipt.css?inline"

adoptStyle(style)

type ReceiptCardProps = {
  app: App
  receipt: Receipt
  /** When the results are due, where that is known. */
  resultsDueAt: string | undefined
  /** Shown under another heading, as the entry that counts instead of the one on this phone. */
  counted: boolean
}

/** The receipt: proof that the entry is with the organiser. The only place with a green tick. */
export function ReceiptCard({ app, receipt, resultsDueAt, counted }: ReceiptCardProps) {
  const words = wordsOf(app)
  const entry = receiptWordsOf(app)
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
  const unit = view?.units.find(({ id }) => id === receipt.unit)?.name
  const title = receipt.late ? entry.receivedLate : entry.received
  const tell = (news: ToldOfReceipt) => {
    told.value = { ...told.value, ...news }
  }
  const save = () => tell(keepReceipt(app, receipt))
  const share = async () => tell(await shareReceipt(app, receipt))
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
          {resultsDueAt ? entry.nextResults(format.moment(resultsDueAt)) : entry.nextResultsUnknown}{" "}
          {entry.nextKeep}
        </p>
      </section>
      <div class="actions">
        <Button onPress={save}>{entry.save}</Button>
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
