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
