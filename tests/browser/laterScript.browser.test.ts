import { expect, it } from "vitest"
import { hostObject } from "../bench/load/hostObject.ts"
import { serveBoth } from "../bench/load/serveBoth.ts"
import { serverAndBrowser } from "./serverAndBrowser.ts"

const the = serverAndBrowser(() => serveBoth())

/** A page of a phone without worker, on which scripts of this name are lost as long as `lost.is`. */
async function phoneThatLoses(script: RegExp) {
  const context = await the.browser.newContext({ locale: "vi-VN", serviceWorkers: "block" })
  await context.addInitScript(hostObject(await the.server.newToken()))
  const page = await context.newPage()
  const asked: string[] = []
  const lost = { is: true }
  await page.route(script, (route) => {
    asked.push(new URL(route.request().url()).search)
    return lost.is ? route.abort() : route.continue()
  })
  return { page, asked, lost, close: () => context.close() }
}

it.each([
  /\/ReadingScreens-/,
  /\/useVoice-/,
])("asks at another address for a screen's script that was lost (%s), as older browsers fail the same one for good", async (script) => {
  const { page, asked, lost, close } = await phoneThatLoses(script)
  await page.goto(`${the.origin}/#/tro-giup`)
  const again = page.getByRole("button", { name: "Thử lại" })
  await again.waitFor()
  expect(asked.slice(0, 2)).toEqual(["", "?1"])
  expect(new Set(asked).size).toBe(asked.length)
  lost.is = false
  const tries = asked.length
  await again.click()
  await page.getByRole("heading", { level: 1, name: "Trợ giúp" }).waitFor()
  expect(asked.slice(tries)).toEqual([`?${tries}`])
  await close()
})

it("does not count as offline where the script that reads the service's views was lost, and asks for it again", async () => {
  const { page, asked, lost, close } = await phoneThatLoses(/\/readViews-/)
  const entries = () => page.waitForResponse(/\/entries$/)
  const first = entries()
  await page.goto(the.origin)
  await first
  await page.waitForTimeout(500)
  expect(await page.getByRole("status").innerText()).toBe("")
  await page.getByRole("button", { name: "Bắt đầu làm bài" }).waitFor()
  lost.is = false
  const tries = asked.length
  const next = entries()
  await page.evaluate(() => window.dispatchEvent(new Event("online")))
  await next
  expect(asked.slice(tries)).toEqual([`?${tries}`])
  await close()
})

it("asks at the next screen for what tells of entries, where that was lost", async () => {
  const { page, asked, lost, close } = await phoneThatLoses(/\/followEntries-/)
  await page.goto(the.origin)
  await expect.poll(() => asked).toEqual(["", "?1"])
  lost.is = false
  await page.getByRole("button", { name: "Bắt đầu làm bài" }).click()
  await expect.poll(() => asked).toEqual(["", "?1", "?2"])
  await close()
})
