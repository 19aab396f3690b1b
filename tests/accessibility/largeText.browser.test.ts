import type { Locator, Page } from "playwright-core"
import { expect, it } from "vitest"
import { openPhone } from "../browser/browser.ts"
import { startDemoServer } from "../browser/demoServer.ts"
import { serverAndBrowser } from "../browser/serverAndBrowser.ts"
import { beyondTheEdge } from "../gallery/measure.ts"
import { lowerKeyboard, raiseKeyboard, visibleShare } from "./onScreenKeyboard.ts"

const the = serverAndBrowser(startDemoServer)

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })

/** Scrolls to a target as a thumb does, sees it whole, and taps it. */
async function tap(target: Locator): Promise<void> {
  await expect
    .poll(async () => {
      await target.evaluate((node) => node.scrollIntoView({ block: "nearest" }))
      return visibleShare(target)
    })
    .toBe(1)
  await target.tap()
}

/** Waits for a screen; none of it may lie beyond the edge. */
async function arrives(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor()
  expect(await beyondTheEdge(page)).toEqual([])
}

it("with text at 200 % and the keyboard over the screen, a thumb enters the round", async () => {
  const { phone, complaints } = await openPhone(the.browser, {
    viewport: { width: 360, height: 640 },
    serviceWorkers: "block",
  })
  const page = await phone.newPage()
  await page.goto(`${the.origin}/host/in-page.html?at=keep&scale=2&persona=hue-s`)
  await arrives(page, "Tuần 1 đang mở")
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize))
    .toBe("36px")
  await tap(button(page, "Bắt đầu làm bài"))

  await arrives(page, "Thông tin dự thi")
  await tap(button(page, "Vào làm bài"))
  const unit = page.getByLabel("Đơn vị", { exact: true })
  await expect.poll(() => unit.evaluate((field) => field === document.activeElement)).toBe(true)
  await raiseKeyboard(page, unit)
  expect(await visibleShare(unit)).toBe(1)
  // The error stands right above the field: as much of it as there is room for.
  expect(await visibleShare(page.locator("#unit-error"))).toBeGreaterThan(0.5)
  await page.keyboard.type("vy da")
  expect(await beyondTheEdge(page)).toEqual([])
  await tap(button(page, "Phường Vỹ Dạ"))
  await lowerKeyboard(page)
  await tap(page.locator("label", { hasText: "Đồng ý cho Ban Tổ chức" }))
  await tap(button(page, "Vào làm bài"))

  for (let step = 1; step <= 15; step++) {
    await page.getByText(`Câu ${step} trên 15`).waitFor()
    await arrives(page, /./)
    const row = page.locator("label:has(input[type=radio])").nth(step % 4)
    await row.scrollIntoViewIfNeeded()
    await row.tap()
    await expect.poll(() => row.getByRole("radio").isChecked()).toBe(true)
    await tap(button(page, "Tiếp tục"))
  }

  await arrives(page, "Bao nhiêu người sẽ trả lời đúng cả 15 câu?")
  const field = page.getByLabel("Số người dự đoán")
  await tap(field)
  await raiseKeyboard(page, field)
  await page.keyboard.type("1e4")
  const fault = page.locator("#fault")
  await fault.waitFor()
  expect(await visibleShare(field)).toBe(1)
  expect(await visibleShare(fault)).toBeGreaterThan(0.5)
  await field.fill("1250")
  await page.getByText("một nghìn hai trăm năm mươi").waitFor()
  expect(await visibleShare(field)).toBe(1)
  expect(await beyondTheEdge(page)).toEqual([])
  // With the keyboard still up, the button can be reached and pressed.
  await tap(button(page, "Tiếp tục"))
  await lowerKeyboard(page)

  await arrives(page, "Xem lại bài")
  await tap(button(page, "Tiếp tục để nộp"))
  await arrives(page, "Nộp bài?")
  await tap(button(page, "Nộp bài"))
  await arrives(page, "Đã nhận bài")
  expect(await page.locator("dd.code").textContent()).toMatch(/^HS1-/)
  expect(complaints).toEqual([])
  await phone.close()
})

it("in normal text, the prediction is larger than the text, and the keyboard leaves the button in sight", async () => {
  const { phone } = await openPhone(the.browser, {
    viewport: { width: 360, height: 640 },
    serviceWorkers: "block",
  })
  const page = await phone.newPage()
  await page.goto(`${the.origin}/gallery/?state=prediction`)
  const field = page.getByLabel("Số người dự đoán")
  const sizeOf = (text: Locator) => text.evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize))
  expect(await sizeOf(field)).toBeGreaterThan(1.5 * (await sizeOf(page.locator("label"))))
  await tap(field)
  await raiseKeyboard(page, field)
  expect(await visibleShare(field)).toBe(1)
  expect(await visibleShare(button(page, "Tiếp tục"))).toBe(1)
  await phone.close()
})
