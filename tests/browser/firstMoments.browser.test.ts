import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { launchBrowser } from "./browser.ts"
import { startDemoServer } from "./demoServer.ts"

let demo: Awaited<ReturnType<typeof startDemoServer>>
let browser: Browser
beforeAll(async () => {
  demo = await startDemoServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

it("the card stands in the page before any script: without scripts it can be read, and its links lead on", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "vi-VN" })
  const page = await context.newPage()
  await page.goto(`${demo.origin}/`)
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Tuần 1 đang mở")
  expect(await page.getByRole("button", { name: "Bắt đầu làm bài" }).isVisible()).toBe(true)
  expect(await page.getByRole("link", { name: "Thể lệ" }).getAttribute("href")).toBe("#/the-le")
  await context.close()
})

it("the whole contest is asked for once, by the page itself, before its scripts are there", async () => {
  const context = await browser.newContext({ locale: "vi-VN" })
  const page = await context.newPage()
  const asked: string[] = []
  page.on("request", (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(`${demo.origin}/`)
  await page.getByRole("heading", { level: 1, name: "Mở Hue-S để dự thi" }).waitFor()
  expect(asked.filter((path) => path === "/api/v1/contests/hue-s-2024")).toHaveLength(1)
  // Before the whole page is read, and so before any module script of it.
  const [askedAt, parsed] = await page.evaluate(() => {
    const [opening] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
    const [asking] = performance.getEntriesByName(new URL("/api/v1/contests/hue-s-2024", location.href).href)
    return [asking?.startTime ?? Number.NaN, opening?.domInteractive ?? Number.NaN]
  })
  expect(askedAt).toBeLessThan(parsed ?? Number.NaN)
  await context.close()
})

it("a tap on it before its script runs is done once that is there, and not twice", async () => {
  const page = await browser.newPage({ locale: "vi-VN" })
  await page.addInitScript(() => {
    // As soon as what follows the button is in the page: the module script comes last and waits for the whole page.
    new MutationObserver((_, observer) => {
      const second = document.querySelectorAll<HTMLElement>("main .actions button")[1]
      if (!second || !document.querySelector("noscript")) return
      observer.disconnect()
      sessionStorage.scripts = String("hoiThi" in globalThis)
      second.click()
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(`${demo.origin}/`)
  await page.getByRole("heading", { level: 1, name: "Thể lệ" }).waitFor()
  expect(await page.evaluate(() => sessionStorage.scripts)).toBe("false")
  await page.goBack()
  await page.getByRole("heading", { level: 1, name: "Tuần 1 đang mở" }).waitFor()
  await page.close()
})
