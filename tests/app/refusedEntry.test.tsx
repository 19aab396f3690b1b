// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/preact"
import { afterEach, expect, test, vi } from "vitest"
import { AppView } from "../../src/app/AppView.tsx"
import { phone, settle } from "./support/phone.ts"
import { calm, heading } from "./support/screen.tsx"

const words = "../../src/app/words/viCitizen.ts"
const why = "Thể lệ, mục 2: người trong Ban Tổ chức, ban giám khảo, tổ kỹ thuật không dự thi."

afterEach(() => {
  cleanup()
  vi.doUnmock(words)
  vi.resetModules()
})

/** The screen of an entry that was refused, opened by its address: nothing has asked for the citizen's words. */
async function open(): Promise<void> {
  const app = phone().open()
  await settle()
  vi.spyOn(app.entries, "statusOf").mockReturnValue({
    kind: "refused",
    code: "not-eligible",
    reason: "excluded",
  })
  window.scrollTo = () => undefined
  app.router.go({ screen: "entry", round: 2 })
  render(<AppView app={app} />)
  await calm()
  await expect.poll(heading).toBe("Bài không được nhận")
}

test("says why an entry was refused, as soon as the words for that are there", async () => {
  await open()
  await expect.poll(() => screen.queryByText(why)).toBeTruthy()
})

test("says that it was refused where they cannot be fetched", async () => {
  vi.doMock(words, () => {
    throw new TypeError("Failed to fetch dynamically imported module")
  })
  await open()
  await calm()
  expect(screen.queryByText(why)).toBeNull()
  expect(screen.getByText("Bài vẫn được giữ trên máy này.")).toBeTruthy()
  expect(screen.getByRole("button", { name: "Gửi đề nghị xem lại" })).toBeTruthy()
})
