// @vitest-environment jsdom
import { act, cleanup, screen } from "@testing-library/preact"
import { afterEach, expect, test, vi } from "vitest"
import { receiptCard } from "../../src/app/receipt/receiptScript.ts"
import { sampleReceipt } from "../../src/gallery/sampleEntries.ts"
import { phone, settle } from "./support/phone.ts"
import { calm, heading, show, tap } from "./support/screen.tsx"

const script = "../../src/app/receipt/ReceiptCard.tsx"
const picture = () => screen.queryByRole("img", { name: /^Ảnh biên nhận/ })

afterEach(() => {
  cleanup()
  receiptCard.value = null
  vi.doUnmock(script)
  vi.restoreAllMocks()
})

/** The screen of a received entry, on a phone whose host has a share sheet. Gives what was shared there. */
async function open(title = "Đã nhận bài"): Promise<string[]> {
  const app = phone().open()
  await settle()
  const host = await app.deps.host
  const shared: string[] = []
  vi.spyOn(host, "can").mockImplementation((what) => what === "share")
  vi.spyOn(host, "share").mockImplementation(async ({ text }) => {
    shared.push(text)
    return { ok: true, value: { shared: true } }
  })
  app.entries.take(sampleReceipt(2))
  await show(app)
  await act(() => app.router.go({ screen: "entry", round: 2 }))
  await calm()
  await expect.poll(heading).toBe(title)
  return shared
}

test("shows what a receipt proves when what draws it cannot be fetched", async () => {
  vi.doMock(script, () => {
    throw new TypeError("Failed to fetch dynamically imported module")
  })
  await open("Tuần này đã dự thi")
  expect(screen.getByText(`Mã bài ${sampleReceipt(2).code}`)).toBeTruthy()
  expect(screen.getByText(/^Nhận lúc /)).toBeTruthy()
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toContain("Về trang chính")
  expect(screen.queryByRole("link", { name: "Xem biên nhận" })).toBeNull()
})

test("says in words that no picture could be made", async () => {
  await open()
  await tap("Lưu biên nhận")
  expect(screen.getByText("Máy này không tạo được ảnh. Chụp màn hình hoặc chép lại mã bài.")).toBeTruthy()
  expect(picture()).toBeNull()
})

test("shows the picture to hold down on, and keeps it there when the receipt is shared too", async () => {
  const pen = new Proxy({}, { get: () => () => ({ width: 20 }), set: () => true })
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(pen as unknown as null)
  vi.spyOn(HTMLCanvasElement.prototype, "toDataURL").mockReturnValue("data:image/png;base64,AAAA")
  const shared = await open()
  await tap("Lưu biên nhận")
  expect(picture()?.getAttribute("src")).toBe("data:image/png;base64,AAAA")
  await tap("Chia sẻ")
  expect(screen.getByText("Đã chia sẻ biên nhận.")).toBeTruthy()
  expect(picture()).toBeTruthy()
  expect(shared).toEqual([expect.stringContaining(sampleReceipt(2).code)])
})
