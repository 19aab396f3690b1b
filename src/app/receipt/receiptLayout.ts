import type { ReceiptText } from "./receiptText.ts"
import { wrapText } from "./wrapText.ts"

/** Width of the picture in pixels: sharp on every phone, and small enough to send. */
export const pictureWidth = 1080
const margin = 64
const textWidth = pictureWidth - 2 * margin

// The light theme's colours (tokens.css), whatever the phone shows: a picture is also printed.
const colours = {
  paper: "#ffffff",
  band: "#4a1f6c",
  onBand: "#ffffff",
  onBandSoft: "#e4d3f0",
  ink: "#241a2c",
  soft: "#5c5066",
  accent: "#5b2a7e",
  code: "#f2e9f7",
  good: "#17623a",
}

const sans = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'
const mono = 'ui-monospace, "Roboto Mono", "Noto Sans Mono", monospace'

/** What is drawn, in this order. Pixels; a text's `y` is its baseline. */
export type Shape =
  | { kind: "box"; x: number; y: number; width: number; height: number; fill: string; round: number }
  | { kind: "text"; x: number; y: number; text: string; font: string; fill: string }
  /** Green, white inside: the mark of a receipt. */
  | { kind: "tick"; x: number; y: number; radius: number; fill: string }
  /** One arch of the bridge, as wide as high is a third. */
  | { kind: "arch"; x: number; y: number; width: number; stroke: string }
export type Layout = { height: number; background: string; shapes: Shape[] }

/** Width of a text in a font, in pixels. */
export type Measure = (text: string, font: string) => number

/** The receipt as a picture: contest on a band, the code large, then what stands beside it on the screen. */
export function receiptLayout(said: ReceiptText, measure: Measure): Layout {
  const shapes: Shape[] = []
  let y = 0
  const write = (text: string, font: string, size: number, fill: string, x = margin, width = textWidth) => {
    for (const line of wrapText(text, width, (part) => measure(part, font))) {
      y += Math.round(size * 1.4)
      shapes.push({ kind: "text", x, y: y - Math.round(size * 0.35), text: line, font, fill })
    }
  }
  y = 48
  write(said.contest, `600 50px ${sans}`, 50, colours.onBand)
  y += 76
  const arches = 4
  for (let place = 0; place < arches; place += 1)
    shapes.push({
      kind: "arch",
      x: margin + (place * textWidth) / arches,
      y,
      width: textWidth / arches,
      stroke: colours.onBandSoft,
    })
  y += 28
  shapes.unshift({ kind: "box", x: 0, y: 0, width: pictureWidth, height: y, fill: colours.band, round: 0 })

  y += 48
  shapes.push({ kind: "tick", x: margin + 42, y: y + 50, radius: 42, fill: colours.good })
  write(said.state, `700 68px ${sans}`, 68, colours.good, margin + 108, textWidth - 108)
  y += 12
  write(said.title, `400 50px ${sans}`, 50, colours.soft)

  y += 40
  const codeFont = fitting(said.code, textWidth - 64, measure)
  const top = y
  y += 24
  write(said.codeLabel, `400 46px ${sans}`, 46, colours.soft, margin + 32, textWidth - 64)
  write(said.code, codeFont.font, codeFont.size, colours.ink, margin + 32, textWidth - 64)
  y += 28
  shapes.splice(shapes.length - 2, 0, {
    kind: "box",
    x: margin,
    y: top,
    width: textWidth,
    height: y - top,
    fill: colours.code,
    round: 24,
  })
  for (const [label, value] of said.rows) {
    y += 32
    write(label, `400 46px ${sans}`, 46, colours.soft)
    write(value, `600 60px ${sans}`, 60, colours.ink)
  }
  y += 44
  shapes.push({ kind: "box", x: margin, y, width: textWidth, height: 3, fill: colours.code, round: 0 })
  y += 20
  write(said.note, `400 46px ${sans}`, 46, colours.soft)
  return { height: y + 56, background: colours.paper, shapes }
}

/** The largest size at which the code stands on one line. */
function fitting(code: string, width: number, measure: Measure): { font: string; size: number } {
  for (let size = 104; size > 56; size -= 4) {
    const font = `700 ${size}px ${mono}`
    if (measure(code, font) <= width) return { font, size }
  }
  return { font: `700 56px ${mono}`, size: 56 }
}
