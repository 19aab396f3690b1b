// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/preact"
import { afterEach, expect, test, vi } from "vitest"
import { AppView } from "../../src/app/AppView.tsx"
import { receiptCard } from "../../src/app/receipt/receiptScript.ts"
import type { EntryStatus } from "../../src/app/state/entryStatus.ts"
import type { Receipt } from "../../src/contract/receipt.ts"
import { phone, settle } from "./support/phone.ts"
import { calm, heading } from "./support/screen.tsx"

const words = "../../src/app/words/viCitizen.ts"

afterEach(() => {
  cleanup()
  receiptCard.value = null
  vi.doUnmock(words)
  vi.resetModules()
})

const received = "2024-11-05T01:02:03Z"
const receipt = { code: "HT2-AAAA-BBBB", round: 2, receivedAt: received } as Receipt
const kept = "Bài vẫn được giữ trên máy này."
/** An entry's state, the card's title, what is added once the citizen's words are there, and what is said without them. */
const fates: [EntryStatus, string, RegExp, string][] = [
  [
    { kind: "refused", code: "not-eligible", reason: "excluded" },
    "Bài không được nhận",
    /người trong Ban Tổ chức, ban giám khảo, tổ kỹ thuật không dự thi/,
    kept,
  ],
  [{ kind: "refused-late" }, "Bài đến sau giờ đóng", /Bài được giữ làm căn cứ, không xét giải/, kept],
  [
    { kind: "superseded", receipt },
    "Đã có bài khác của tài khoản này",
    /Bài nhận lúc 08:02:03.* được tính/,
    "Bài trên máy này không được tính.",
  ],
]

/** The screen of such an entry, opened by its address: nothing has asked for the citizen's words. */
async function open(status: EntryStatus, title: string): Promise<void> {
  const app = phone().open()
  await settle()
  vi.spyOn(app.entries, "statusOf").mockReturnValue(status)
  window.scrollTo = () => undefined
  app.router.go({ screen: "entry", round: 2 })
  render(<AppView app={app} />)
  await calm()
  await expect.poll(heading).toBe(title)
}

test.each(fates)("%j: says why, as soon as the words for that are there", async (status, title, why) => {
  await open(status, title)
  await expect.poll(() => screen.queryByText(why)).toBeTruthy()
})

test.each(fates)("%j: says so where they cannot be fetched", async (status, title, why, instead) => {
  vi.doMock(words, () => {
    throw new TypeError("Failed to fetch dynamically imported module")
  })
  await open(status, title)
  await calm()
  expect(screen.queryByText(why)).toBeNull()
  expect(screen.getByText(instead)).toBeTruthy()
})
