import type { Receipt } from "../../contract/receipt.ts"
import type { App } from "../createApp.ts"
import { receiptWordsOf } from "../screens/words.ts"

/** What a receipt says, for its picture and for sharing. `rows`: label and value. */
export type ReceiptText = {
  contest: string
  title: string
  /** "Đã nhận bài", and where it came late that this was so. */
  state: string
  codeLabel: string
  code: string
  rows: [label: string, value: string][]
  note: string
}

/** The receipt in the reader's words. */
export function receiptText(app: App, receipt: Receipt): ReceiptText {
  const words = receiptWordsOf(app)
  const format = app.format.peek()
  const view = app.contest.view.peek()
  const unit = view?.units.find(({ id }) => id === receipt.unit)?.name
  return {
    contest: view?.title ?? "",
    title: words.shareTitle(receipt.round),
    state: receipt.late ? words.receivedLate : words.received,
    codeLabel: words.code,
    code: receipt.code,
    rows: [
      [words.at, format.second(receipt.receivedAt)],
      ...(unit ? [[words.unit, unit] as [string, string]] : []),
      [words.prediction, words.people(format.number(receipt.prediction))],
    ],
    note: words.nextKeep,
  }
}

/** The same as lines of plain text. */
export function receiptLines({ title, contest, codeLabel, code, rows }: ReceiptText): string[] {
  return [title, contest, `${codeLabel}: ${code}`, ...rows.map(([label, value]) => `${label}: ${value}`)]
}
