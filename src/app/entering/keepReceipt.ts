import type { Receipt } from "../../contract/receipt.ts"
import type { App } from "../createApp.ts"
import { wordsOf } from "../screens/words.ts"

/**
 * Lets the citizen keep the receipt: by the host's share sheet where it is granted, else as an image file.
 * @returns what to say about it; whether a download really arrived, no page can know
 */
export async function keepReceipt(app: App, receipt: Receipt): Promise<string> {
  const { entry } = wordsOf(app)
  const lines = receiptLines(app, receipt)
  const host = await app.deps.host
  if (host.can("share")) {
    const shared = await host.share({ title: lines[0] ?? "", text: lines.join("\n"), url: "" })
    return shared.ok && shared.value.shared ? entry.saved : entry.notSaved
  }
  return downloadImage(lines, `${receipt.code}.png`) ? entry.imageMade : entry.notSaved
}

/** What a receipt says, title first. */
export function receiptLines(app: App, receipt: Receipt): string[] {
  const { entry } = wordsOf(app)
  const format = app.format.peek()
  const view = app.contest.view.peek()
  const unit = view?.units.find(({ id }) => id === receipt.unit)?.name
  return [
    entry.shareTitle(receipt.round),
    view?.title ?? "",
    `${entry.code}: ${receipt.code}`,
    `${entry.at}: ${format.second(receipt.receivedAt)}`,
    ...(unit ? [`${entry.unit}: ${unit}`] : []),
    `${entry.prediction}: ${entry.people(format.number(receipt.prediction))}`,
  ]
}

const width = 1080
const lineHeight = 72
const margin = 64

/** Draws the lines black on white, wrapped, and hands them to the browser as a file. */
function downloadImage(lines: readonly string[], fileName: string): boolean {
  const canvas = document.createElement("canvas")
  const pen = canvas.getContext("2d")
  if (!pen) return false
  const font = (index: number) => `${index === 0 ? "bold 50px" : "40px"} system-ui, sans-serif`
  const wrapped = lines.flatMap((line, index) => {
    pen.font = font(index)
    return wrap(line, (text) => pen.measureText(text).width).map((text) => ({ text, index }))
  })
  canvas.width = width
  canvas.height = margin * 2 + wrapped.length * lineHeight
  pen.fillStyle = "#fff"
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = "#111"
  pen.textBaseline = "top"
  for (const [row, { text, index }] of wrapped.entries()) {
    pen.font = font(index)
    pen.fillText(text, margin, margin + row * lineHeight)
  }
  const link = document.createElement("a")
  link.href = canvas.toDataURL("image/png")
  link.download = fileName
  link.click()
  return true
}

function wrap(line: string, widthOf: (text: string) => number): string[] {
  const lines = [""]
  for (const word of line.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim()
    if (widthOf(longer) > width - 2 * margin) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}
