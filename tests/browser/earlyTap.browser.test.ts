import { expect, it } from "vitest"
import { hostObject } from "../bench/load/hostObject.ts"
import { serveBoth } from "../bench/load/serveBoth.ts"
import { breakOff } from "./breakOff.ts"
import { serverAndBrowser } from "./serverAndBrowser.ts"
import { tapAtOnce } from "./tapAtOnce.ts"

const the = serverAndBrowser(() => serveBoth())

/** A citizen's page on a phone that has never been here and keeps no worker. */
async function newPage() {
  const context = await the.browser.newContext({ locale: "vi-VN", serviceWorkers: "block" })
  await context.addInitScript(hostObject(await the.server.newToken()))
  const page = await context.newPage()
  await tapAtOnce(page, 0)
  const start = page.getByRole("button", { name: "Bắt đầu làm bài" })
  const headed = (name: string) => page.getByRole("heading", { level: 1, name }).waitFor()
  return { context, page, start, headed }
}

it("leads on, and back from there is the home screen, whose button leads on again", async () => {
  const { context, page, start, headed } = await newPage()
  await page.goto(`${the.origin}/`)
  await headed("Thông tin dự thi")
  expect(await page.evaluate(() => sessionStorage.scripts)).toBe("false")
  await page.goBack()
  await headed("Tuần 1 đang mở")
  await start.click()
  await headed("Thông tin dự thi")
  await context.close()
})

it("leaves a home screen that can be used where the second script is late, and leads on once that is there", async () => {
  const { context, page, start, headed } = await newPage()
  await breakOff(page, the.origin)
  let arrive = () => {}
  const late = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(/\/ports-[\w-]+\.js$/, async (route) => {
    await late
    await route.continue()
  })
  await page.goto(`${the.origin}/`)
  // Drawn by the app: only then does the document have the contest's name behind the screen's.
  await expect.poll(() => page.title()).toMatch(/^Tuần 1 đang mở – /)
  expect(await start.isVisible()).toBe(true)
  arrive()
  await headed("Thông tin dự thi")
  await context.close()
})
