import { pictureWidth, receiptLayout, type Shape } from "./receiptLayout.ts"
import type { ReceiptText } from "./receiptText.ts"

/**
 * Draws the receipt and gives it as a PNG in a data URL, which every webview shows and lets be held down on. Null where
 * the browser does not draw (no canvas, or one it does not let out).
 */
export function paintReceipt(said: ReceiptText, page: Document): string | null {
  try {
    const canvas = page.createElement("canvas")
    const pen = canvas.getContext("2d")
    if (!pen) return null
    const { height, background, shapes } = receiptLayout(said, (text, font) => {
      pen.font = font
      return pen.measureText(text).width
    })
    // Setting the size clears the canvas, pen and all.
    canvas.width = pictureWidth
    canvas.height = height
    pen.fillStyle = background
    pen.fillRect(0, 0, pictureWidth, height)
    for (const shape of shapes) paint(pen, shape)
    const picture = canvas.toDataURL("image/png")
    // Without memory for it a browser answers with an empty "data:,".
    return picture.startsWith("data:image/png") ? picture : null
  } catch {
    // Privacy settings may forbid reading a canvas.
    return null
  }
}

function paint(pen: CanvasRenderingContext2D, shape: Shape): void {
  switch (shape.kind) {
    case "box":
      pen.fillStyle = shape.fill
      pen.beginPath()
      // Older webviews have no round corners.
      if (shape.round > 0 && "roundRect" in pen)
        pen.roundRect(shape.x, shape.y, shape.width, shape.height, shape.round)
      else pen.rect(shape.x, shape.y, shape.width, shape.height)
      pen.fill()
      return
    case "text":
      pen.fillStyle = shape.fill
      pen.font = shape.font
      pen.textBaseline = "alphabetic"
      pen.fillText(shape.text, shape.x, shape.y)
      return
    case "tick":
      pen.fillStyle = shape.fill
      pen.beginPath()
      pen.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI)
      pen.fill()
      pen.strokeStyle = "#ffffff"
      pen.lineWidth = shape.radius / 5
      pen.beginPath()
      pen.moveTo(shape.x - shape.radius * 0.45, shape.y + shape.radius * 0.03)
      pen.lineTo(shape.x - shape.radius * 0.12, shape.y + shape.radius * 0.36)
      pen.lineTo(shape.x + shape.radius * 0.46, shape.y - shape.radius * 0.28)
      pen.stroke()
      return
    case "arch":
      pen.strokeStyle = shape.stroke
      pen.lineWidth = 4
      pen.beginPath()
      pen.moveTo(shape.x, shape.y)
      pen.quadraticCurveTo(
        shape.x + shape.width / 2,
        shape.y - (2 * shape.width) / 5,
        shape.x + shape.width,
        shape.y,
      )
      pen.lineTo(shape.x, shape.y)
      pen.stroke()
  }
}
