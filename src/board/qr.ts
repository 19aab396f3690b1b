import { encode } from "uqr"

/** A QR code as one SVG path of unit squares. `size`: its width and height, the quiet zone of four included. */
export type QrDrawing = { size: number; path: string }

/** Draws the text as a QR code that survives 15 % of damage, as a poster outdoors needs it. Bound: about 2,300 bytes. */
export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: "M", border: 4 })
  const path = data.flatMap((row, y) => runs(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`))
  return { size, path: path.join("") }
}

/** Where dark modules begin in a row, and how many follow each other. */
function runs(row: readonly boolean[]): [start: number, width: number][] {
  const found: [number, number][] = []
  row.forEach((isDark, x) => {
    const last = found.at(-1)
    if (!isDark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else found.push([x, 1])
  })
  return found
}
