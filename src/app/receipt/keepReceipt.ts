import type { Receipt } from "../../contract/receipt.ts"
import type { App } from "../createApp.ts"
import { receiptWordsOf } from "../screens/words.ts"
import { paintReceipt } from "./paintReceipt.ts"
import { receiptLines, receiptText } from "./receiptText.ts"

/**
 * What came of keeping or sharing a receipt: what to say, and of keeping its picture (a data URL) to show, null if none
 * could be drawn.
 */
export type ToldOfReceipt = { note: string; picture?: string | null }

/**
 * The receipt as a picture, to be shown so that it can be held down on or photographed off the screen: many webviews
 * ignore a download. Inside another page's frame, so in a browser, it is handed over as a file as well.
 */
export function keepReceipt(app: App, receipt: Receipt): ToldOfReceipt {
  const words = receiptWordsOf(app)
  const picture = paintReceipt(receiptText(app, receipt), document)
  if (picture === null) return { note: words.notSaved, picture }
  // A webview that knows no downloads might leave the page for the picture instead.
  const isFile = window.parent !== window
  if (isFile) download(picture, `${receipt.code}.png`)
  return { note: isFile ? words.imageMade : words.imageShown, picture }
}

/** Hands the receipt's text to the host's share sheet. The note is empty where the citizen only closed it. */
export async function shareReceipt(app: App, receipt: Receipt): Promise<ToldOfReceipt> {
  const words = receiptWordsOf(app)
  const said = receiptText(app, receipt)
  const host = await app.deps.host
  const shared = await host.share({ title: said.title, text: receiptLines(said).join("\n"), url: "" })
  if (!shared.ok) return { note: words.notShared }
  return { note: shared.value.shared ? words.shared : "" }
}

function download(picture: string, fileName: string): void {
  const link = document.createElement("a")
  link.href = picture
  link.download = fileName
  link.click()
}
