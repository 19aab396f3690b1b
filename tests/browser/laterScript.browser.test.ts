import { expect, it } from "vitest"
import { hostObject } from "../bench/load/hostObject.ts"
import { serveBoth } from "../bench/load/serveBoth.ts"
import { serverAndBrowser } from "./serverAndBrowser.ts"

const the = serverAndBrowser(() => serveBoth())

it("asks at another address for a screen's script that was lost, as older browsers fail the same one for good", async () => {
  const context = await the.browser.newContext({ locale: "vi-VN", serviceWorkers: "block" })
  await context.addInitScript(hostObject(await the.server.newToken()))
  const page = await context.newPage()
  const asked: string[] = []
  await page.route(/\/ReadingScreens-/, (route) => {
    asked.push(new URL(route.request().url()).search)
    return asked.length === 1 ? route.abort() : route.continue()
  })
  await page.goto(`${the.origin}/#/tro-giup`)
  await page.getByRole("button", { name: "Thử lại" }).click()
  await page.getByRole("heading", { level: 1, name: "Trợ giúp" }).waitFor()
  expect(asked).toEqual(["", "?1"])
  await context.close()
})

it("does not count as offline where the script that reads the service's views was lost, and asks for it again", async () => {
  const context = await the.browser.newContext({ locale: "vi-VN", serviceWorkers: "block" })
  await context.addInitScript(hostObject(await the.server.newToken()))
  const page = await context.newPage()
  const asked: string[] = []
  await page.route(/\/readViews-/, (route) => {
    asked.push(new URL(route.request().url()).search)
    return asked.length <= 2 ? route.abort() : route.continue()
  })
  const entries = () => page.waitForResponse(/\/entries$/)
  const first = entries()
  await page.goto(the.origin)
  await first
  await expect.poll(() => asked).toEqual(["", "?1"])
  await page.waitForTimeout(500)
  expect(await page.getByRole("status").innerText()).toBe("")
  await page.getByRole("button", { name: "Bắt đầu làm bài" }).waitFor()
  const next = entries()
  await page.evaluate(() => window.dispatchEvent(new Event("online")))
  await next
  await expect.poll(() => asked).toEqual(["", "?1", "?2"])
  await context.close()
})

it("asks at the next screen for what tells of entries, where that was lost", async () => {
  const context = await the.browser.newContext({ locale: "vi-VN", serviceWorkers: "block" })
  await context.addInitScript(hostObject(await the.server.newToken()))
  const page = await context.newPage()
  const asked: string[] = []
  await page.route(/\/followEntries-/, (route) => {
    asked.push(new URL(route.request().url()).search)
    return asked.length === 1 ? route.abort() : route.continue()
  })
  await page.goto(the.origin)
  await expect.poll(() => asked).toEqual([""])
  await page.getByRole("button", { name: "Bắt đầu làm bài" }).click()
  await expect.poll(() => asked).toEqual(["", "?1"])
  await context.close()
})
