import type { Page } from "playwright-core"
import { expect, it } from "vitest"
import { openPhone } from "../browser/browser.ts"
import { startDemoServer } from "../browser/demoServer.ts"
import { serverAndBrowser } from "../browser/serverAndBrowser.ts"
import { arrives, focusStop, tabTo } from "./keyboard.ts"

const the = serverAndBrowser(startDemoServer)

/** Tabs to a button or link and presses it; the screen that comes must take the focus. */
async function press(page: Page, name: string, heading: string, key = "Enter"): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
  await arrives(page, heading)
}

/** Waits for question `step`; gives its text. */
async function questionAt(page: Page, step: number): Promise<string> {
  await page.getByText(`Câu ${step} trên 15`).waitFor()
  const text = (await page.locator("h1").textContent()) ?? ""
  await arrives(page, text)
  return text
}

/** The texts of a question's options, as shown. */
const optionTexts = (page: Page) => page.locator("label:has(input[type=radio])").allTextContents()

/** Chooses the option shown in row `row` (0..3) with the keyboard: into the group by Tab, within it by arrows. */
async function chooseRow(page: Page, row: number): Promise<string> {
  const texts = await optionTexts(page)
  await tabTo(page, texts[0] ?? "")
  await page.keyboard.press("Space")
  for (let down = 0; down < row; down++) await page.keyboard.press("ArrowDown")
  expect(await focusStop(page)).toEqual({ name: texts[row], shown: true })
  expect(await page.locator(":checked").count()).toBe(1)
  return texts[row] ?? ""
}

it("the keyboard alone enters the round, goes back to change an answer, and holds a receipt", async () => {
  // The page with host and app in one has no worker beside it.
  const { phone, complaints } = await openPhone(the.browser, { hasTouch: false, serviceWorkers: "block" })
  const page = await phone.newPage()
  await page.goto(`${the.origin}/host/in-page.html?at=keep`)
  await page.getByRole("heading", { name: "Tuần 1 đang mở" }).waitFor()

  await press(page, "Bắt đầu làm bài", "Thông tin dự thi")
  // Too early: the focus goes to what is missing.
  await tabTo(page, "Vào làm bài")
  await page.keyboard.press("Enter")
  await expect.poll(() => focusStop(page)).toEqual({ name: "Đơn vị", shown: true })
  await page.keyboard.type("vy da")
  await tabTo(page, "Phường Vỹ Dạ")
  await page.keyboard.press("Enter")
  await expect.poll(() => focusStop(page)).toEqual({ name: "Chọn đơn vị khác", shown: true })
  await tabTo(page, /^Đồng ý cho Ban Tổ chức/)
  await page.keyboard.press("Space")
  await tabTo(page, "Vào làm bài")
  await page.keyboard.press("Enter")

  const chosen: string[] = []
  for (let step = 1; step <= 15; step++) {
    await questionAt(page, step)
    chosen[step] = await chooseRow(page, step % 4)
    if (step === 4) {
      // Back to question 3 with the app's button, and another answer there: arrows start from the one chosen.
      await tabTo(page, "Quay lại")
      await page.keyboard.press("Enter")
      await questionAt(page, 3)
      const texts = await optionTexts(page)
      await tabTo(page, chosen[3] ?? "")
      await page.keyboard.press("ArrowUp")
      chosen[3] = texts[2] ?? ""
      await tabTo(page, "Tiếp tục")
      await page.keyboard.press("Enter")
      await questionAt(page, 4)
      await tabTo(page, chosen[4] ?? "")
    }
    await tabTo(page, "Tiếp tục")
    await page.keyboard.press("Enter")
  }

  await arrives(page, "Bao nhiêu người sẽ trả lời đúng cả 15 câu?")
  await page.goBack()
  await questionAt(page, 15)
  await page.goForward()
  await arrives(page, "Bao nhiêu người sẽ trả lời đúng cả 15 câu?")
  await tabTo(page, "Số người dự đoán")
  await page.keyboard.type("1250")
  await page.keyboard.press("Enter")
  await arrives(page, "Xem lại bài")

  await tabTo(page, "Sửa câu 5")
  await page.keyboard.press("Enter")
  await questionAt(page, 5)
  await tabTo(page, chosen[5] ?? "")
  await page.keyboard.press("ArrowDown")
  chosen[5] = (await optionTexts(page))[2] ?? ""
  await press(page, "Tiếp tục", "Xem lại bài")
  const answers = await page.locator(".review .answer").allTextContents()
  expect(answers).toEqual([...chosen.slice(1), "1.250 người"])

  await press(page, "Tiếp tục để nộp", "Nộp bài?")
  await tabTo(page, "Chưa nộp, quay lại")
  await tabTo(page, "Nộp bài", "Shift+Tab")
  await page.keyboard.press("Space")
  await arrives(page, "Đã nhận bài")
  expect(await page.locator("dd.code").textContent()).toMatch(/^HS1-/)

  await press(page, "Về trang chính", "Tuần này đã dự thi")
  expect(complaints).toEqual([])
  await phone.close()
})
