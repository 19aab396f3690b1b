import { expect, it } from "vitest"
import { breakOff } from "./breakOff.ts"
import { startDemoServer } from "./demoServer.ts"
import { serverAndBrowser } from "./serverAndBrowser.ts"
import { tapAtOnce } from "./tapAtOnce.ts"

const the = serverAndBrowser(startDemoServer)
it("the card stands in the page before any script: without scripts it can be read, and its links lead on", async () => {
  const context = await the.browser.newContext({ javaScriptEnabled: false, locale: "vi-VN" })
  const page = await context.newPage()
  await page.goto(`${the.origin}/`)
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Tuần 1 đang mở")
  expect(await page.getByRole("button", { name: "Bắt đầu làm bài" }).isVisible()).toBe(true)
  expect(await page.getByRole("link", { name: "Thể lệ" }).getAttribute("href")).toBe("#/the-le")
  await context.close()
})

/** A phone without a worker, and the paths that its page asks for. */
async function phoneWithoutWorker() {
  const context = await the.browser.newContext({ locale: "vi-VN", serviceWorkers: "block" })
  const page = await context.newPage()
  const asked: string[] = []
  page.on("request", (request) => asked.push(new URL(request.url()).pathname))
  return { context, page, asked }
}

const second = /^\/ports-[\w-]+\.js$/

it("the first time, the page brings contest and second script along; later it asks for that, once", async () => {
  const { context, page, asked } = await phoneWithoutWorker()
  const openRules = async () => {
    await page.getByRole("link", { name: "Thể lệ" }).click()
    await page.getByRole("heading", { level: 1, name: "Thể lệ" }).waitFor()
    const scripts = asked.filter((path) => second.test(path))
    const contests = asked.filter((path) => path === "/api/v1/contests/hue-s-2024")
    return { scripts: scripts.length, contests: contests.length }
  }
  await page.goto(`${the.origin}/`)
  expect(await openRules()).toEqual({ scripts: 0, contests: 0 })
  await page.goto("about:blank")
  await page.goto(`${the.origin}/`)
  expect(await openRules()).toEqual({ scripts: 1, contests: 0 })
  await context.close()
})

it("a page that broke off behind its first script fetches the second one", async () => {
  const { context, page, asked } = await phoneWithoutWorker()
  await breakOff(page, the.origin)
  await page.goto(`${the.origin}/`)
  await page.getByRole("link", { name: "Thể lệ" }).click()
  await page.getByRole("heading", { level: 1, name: "Thể lệ" }).waitFor()
  expect(asked.filter((path) => second.test(path))).toHaveLength(1)
  await context.close()
})

it("a tap on it before its script runs is done once that is there, and not twice", async () => {
  const page = await the.browser.newPage({ locale: "vi-VN" })
  await tapAtOnce(page, 1)
  await page.goto(`${the.origin}/`)
  await page.getByRole("heading", { level: 1, name: "Thể lệ" }).waitFor()
  expect(await page.evaluate(() => sessionStorage.scripts)).toBe("false")
  await page.goBack()
  await page.getByRole("heading", { level: 1, name: "Tuần 1 đang mở" }).waitFor()
  await page.close()
})

it("files whose names change with their content are kept for good, the page and the worker asked for again", async () => {
  const kept = async (path: string) => (await fetch(the.origin + path)).headers.get("cache-control")
  const [, file] = /\.\/(ports-[\w-]+\.js)/.exec(await (await fetch(`${the.origin}/index.html`)).text()) ?? []
  const [, later] = /\.\/(assets\/[\w-]+\.js)/.exec(await (await fetch(`${the.origin}/${file}`)).text()) ?? []
  for (const name of [file, later]) expect(await kept(`/${name}`)).toBe("public, max-age=31536000, immutable")
  expect(await kept("/icons/icon-48.png")).toBe("public, max-age=86400")
  for (const path of ["/", "/worker.js", "/hue-s.json"]) expect(await kept(path)).toBe("no-cache")
})

it("the tab's icon comes in the first pause, not before what the citizen waits for", async () => {
  const page = await the.browser.newPage()
  const icon = () =>
    page.evaluate(() => document.querySelector<HTMLLinkElement>("link[rel=icon]")?.href ?? "")
  await page.goto(`${the.origin}/`)
  expect(await icon()).toBe("data:,")
  await expect.poll(icon, { timeout: 10_000 }).toBe(`${the.origin}/icons/icon-48.png`)
  expect((await fetch(await icon())).headers.get("content-type")).toBe("image/png")
  await page.close()
})
