import type { Receipt } from "../../contract/receipt.ts"
import type { App } from "../createApp.ts"
import { wordsOf } from "../screens/words.ts"

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
  const { entry } = wordsOf(app)
  const format = app.format.peek()
  const view = app.contest.view.peek()
  const unit = view?.units.find(({ id }) => id === receipt.unit)?.name
  return {
    contest: view?.title ?? "",
    title: entry.shareTitle(receipt.round),
    state: receipt.late ? entry.receivedLate : entry.received,
    codeLabel: entry.code,
    code: receipt.code,
    rows: [
      [entry.at, format.second(receipt.receivedAt)],
      ...(unit ? [[entry.unit, unit] as [string, string]] : []),
      [entry.prediction, entry.people(format.number(receipt.prediction))],
    ],
    note: entry.nextKeep,
  }
}

/** The same as lines of plain text. */
export function receiptLines({ title, contest, codeLabel, code, rows }: ReceiptText): string[] {
  return [title, contest, `${codeLabel}: ${code}`, ...rows.map(([label, value]) => `${label}: ${value}`)]
}
