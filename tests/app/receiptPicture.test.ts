// @vitest-environment jsdom
import fc from "fast-check"
import { afterEach, expect, test, vi } from "vitest"
import { paintReceipt } from "../../src/app/receipt/paintReceipt.ts"
import { pictureWidth, receiptLayout } from "../../src/app/receipt/receiptLayout.ts"
import { type ReceiptText, receiptLines } from "../../src/app/receipt/receiptText.ts"
import { wrapText } from "../../src/app/receipt/wrapText.ts"

afterEach(() => vi.restoreAllMocks())

const said: ReceiptText = {
  contest: "Hội thi trực tuyến tìm hiểu về nền tảng số Hue-S năm 2024",
  title: "Biên nhận bài thi tuần 2",
  state: "Đã nhận bài, trong thời gian chờ thêm",
  codeLabel: "Mã bài",
  code: "HS2-7K4D-91XQ-X",
  rows: [
    ["Giờ máy chủ nhận", "12:42:08, 05/11/2024"],
    ["Đơn vị", "Hội Liên hiệp Phụ nữ phường Vỹ Dạ, thành phố Huế, tỉnh Thừa Thiên Huế"],
    ["Dự đoán", "6.000 người"],
  ],
  note: "Giữ mã bài để tra kết quả. Mã không phải mật khẩu.",
}
/** A font whose letters are all 0.6 em wide. */
const measure = (text: string, font: string) =>
  [...text].length * 0.6 * Number(/(\d+)px/.exec(font)?.[1] ?? 0)

test("wraps without a line too wide, and without losing a letter", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 30 }), (text, width) => {
      const lines = wrapText(text, width, (part) => [...part].length)
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width)
      expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""))
      expect(lines).not.toContain("")
    }),
  )
})

test("breaks at spaces where it can", () => {
  const widthOf = (text: string) => text.length
  expect(wrapText("một hai ba bốn", 7, widthOf)).toEqual(["một hai", "ba bốn"])
  expect(wrapText("a không-có-chỗ-ngắt b", 6, widthOf)).toEqual(["a", "không-", "có-chỗ", "-ngắt", "b"])
})

test("keeps every line inside the picture, one below the other, with the code whole and largest", () => {
  const { shapes, height } = receiptLayout(said, measure)
  const texts = shapes.flatMap((shape) => (shape.kind === "text" ? shape : []))
  let above = 0
  for (const { x, y, text, font } of texts) {
    expect(x + measure(text, font)).toBeLessThanOrEqual(pictureWidth)
    expect(y).toBeGreaterThan(above)
    above = y
  }
  expect(above).toBeLessThan(height)
  const size = ({ font }: { font: string }) => Number(/(\d+)px/.exec(font)?.[1])
  const code = texts.find(({ text }) => text === said.code)
  expect(code && size(code)).toBe(Math.max(...texts.map(size)))
  // On a phone 320 wide nothing is smaller than 12 of its pixels.
  expect((Math.min(...texts.map(size)) * 320) / pictureWidth).toBeGreaterThanOrEqual(12)
  for (const word of receiptLines(said).join(" ").replace(/: /g, " ").split(" "))
    expect(texts.map(({ text }) => text).join(" ")).toContain(word)
})

function canvas(context: unknown, url: () => string) {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(context as null)
  vi.spyOn(HTMLCanvasElement.prototype, "toDataURL").mockImplementation(url)
}
const written: string[] = []
const pen = new Proxy(
  {},
  {
    get: (_, name) => {
      if (name === "measureText") return (text: string) => ({ width: text.length * 20 })
      if (name === "fillText") return (text: string) => written.push(text)
      return () => undefined
    },
    set: () => true,
  },
)

test("draws what the receipt says", () => {
  canvas(pen, () => "data:image/png;base64,AAAA")
  expect(paintReceipt(said, document)).toBe("data:image/png;base64,AAAA")
  expect(written).toContain(said.code)
})

test.each<[string, unknown, () => string]>([
  ["has no canvas", null, () => "data:image/png;base64,AAAA"],
  ["has no memory for one", pen, () => "data:,"],
  [
    "does not let one out",
    pen,
    () => {
      throw new DOMException("tainted", "SecurityError")
    },
  ],
])("gives none where the browser %s", (_, context, url) => {
  canvas(context, url)
  expect(paintReceipt(said, document)).toBeNull()
})
