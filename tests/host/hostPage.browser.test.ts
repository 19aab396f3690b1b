import type { FrameLocator, Page } from "playwright-core"
import { afterEach, describe, expect, it } from "vitest"
import { startDemoServer } from "../browser/demoServer.ts"
import { serverAndBrowser } from "../browser/serverAndBrowser.ts"

const the = serverAndBrowser(startDemoServer)
const pages: Page[] = []
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close()
})

/** The host page in a browser that has never seen it, whose clock and zone are far from the contest's. */
async function openHost(query = ""): Promise<{ page: Page; app: FrameLocator; second: FrameLocator }> {
  const context = await the.browser.newContext({
    viewport: { width: 1280, height: 800 },
    timezoneId: "America/Lima",
  })
  const page = await context.newPage()
  pages.push(page)
  await page.goto(`${the.origin}/host/${query}`)
  return { page, app: page.frameLocator("iframe").first(), second: page.frameLocator("iframe").nth(1) }
}

const title = (app: FrameLocator, name: string) => app.getByRole("heading", { level: 1, name }).waitFor()
const choose = (page: Page, label: string, value: string) =>
  page.getByRole("combobox", { name: label }).selectOption(value)
const act = (page: Page, name: string) =>
  page.getByRole("group", { name: "Phone A" }).getByRole("button", { name, exact: true }).click()
/** What the phone's clock shows, by `Date` and by the monotonic clock, against the service's, in ms. */
async function skewOf(app: FrameLocator): Promise<number[]> {
  const { now } = await (await fetch(`${the.origin}/demo/clock`)).json()
  const shown = await app
    .locator("body")
    .evaluate(() => [Date.now(), performance.timeOrigin + performance.now()])
  return shown.map((at) => at - Date.parse(now))
}

describe("the host page", () => {
  it("shows round 1 to a citizen signed in by VNeID, without a click", async () => {
    const { page, app } = await openHost()
    await title(app, "Tuần 1 đang mở")
    await page.getByText("A vneid-2").waitFor()
    expect(new URL(page.url()).search).toBe("")
    const box = await page.locator("iframe").boundingBox()
    expect(box).toMatchObject({ width: 360, height: 740 })
    expect(Number(box?.y) + 740).toBeLessThan(800)
  })

  it("keeps every choice in its URL, which brings the same scenario back", async () => {
    const { page } = await openHost()
    await choose(page, "Theme", "dark")
    await choose(page, "Text", "1.3")
    await choose(page, "Persona", "official")
    await choose(page, "Phone’s clock against it", "2h")
    // A persona brings its own size of text along, so it is chosen again.
    await choose(page, "Text", "1.6")
    const { search } = new URL(page.url())
    expect(search).toBe("?persona=official&skew=2h&theme=dark&scale=1.6")
    const again = await openHost(search)
    await title(again.app, "Tuần 1 đang mở")
    expect(await again.page.getByRole("combobox", { name: "Theme" }).inputValue()).toBe("dark")
    expect(await again.app.locator("html").getAttribute("data-theme")).toBe("dark")
    expect(new URL(again.page.url()).search).toBe(search)
  })

  it("says what it cannot read, in the URL and in the fault rules", async () => {
    const { page } = await openHost("?at=soon&faults=identity.gte=1001")
    await page.getByText("at=soon was left out").waitFor()
    await page.getByText('Rule 1, column 1, "identity.gte": no such method').waitFor()
  })

  it("gives the phone a clock of its own, from the app's first script on and after its reload", async () => {
    const { page, app } = await openHost("?skew=-3h")
    await title(app, "Tuần 1 đang mở")
    for (const skew of await skewOf(app)) expect(Math.abs(skew + 3 * 3_600_000)).toBeLessThan(2000)
    await app.locator("body").evaluate(() => location.reload())
    await page.waitForFunction(() => document.querySelectorAll(".log .what").length > 12)
    await title(app, "Tuần 1 đang mở")
    for (const skew of await skewOf(app)) expect(Math.abs(skew + 3 * 3_600_000)).toBeLessThan(2000)
    expect(await app.locator("body").evaluate(() => location.pathname)).toBe("/")
  })

  it("signs in on request, on a sheet in the phone", async () => {
    const { page, app } = await openHost("?persona=signed-out")
    await title(app, "Cần đăng nhập để dự thi")
    await app.getByRole("button", { name: "Đăng nhập" }).click()
    await page.getByRole("dialog").getByRole("button", { name: "Đồng ý" }).click()
    await title(app, "Tuần 1 đang mở")
  })

  it("is no host to the app when it speaks no version of it", async () => {
    const { app } = await openHost("?faults=host=old")
    await title(app, "Mở Hue-S để dự thi")
  })

  it("is a host to the app when it is newer, grants nothing, or answers out of order", async () => {
    for (const faults of ["host=newer", "grants=none", "*~0.5=reordered", "*=twice"]) {
      const { app } = await openHost(`?faults=${faults}`)
      await title(app, "Tuần 1 đang mở")
    }
  })

  it("shows every message without a token, and finds them by method", async () => {
    const { page, app } = await openHost()
    await title(app, "Tuần 1 đang mở")
    const log = page.getByRole("region", { name: "Messages" })
    await log.getByText("identity.get → result").click()
    await log.getByText('"token": "[token]"').waitFor()
    await log.getByLabel("Filter").fill("bridge.hello")
    await expect
      .poll(() => log.locator(".what").allTextContents())
      .toEqual(["bridge.hello → result", "bridge.hello"])
  })

  it("holds two phones side by side, each with its own citizen", async () => {
    const { page, app, second } = await openHost("?beside=signed-out")
    await title(app, "Tuần 1 đang mở")
    await title(second, "Cần đăng nhập để dự thi")
    await page.getByText("B signed out").waitFor()
    const large = await openHost("?beside=large-text&theme=dark")
    await title(large.second, "Tuần 1 đang mở")
    const size = (app: FrameLocator) =>
      app.locator("html").evaluate((root) => Number.parseFloat(getComputedStyle(root).fontSize))
    expect((await size(large.second)) / (await size(large.app))).toBeCloseTo(1.6)
  })

  it("leaves the app when it has nowhere to go back to, and opens it again", async () => {
    const { page, app } = await openHost()
    await title(app, "Tuần 1 đang mở")
    await app.getByRole("button", { name: "Xem thể lệ" }).click()
    await title(app, "Thể lệ")
    await act(page, "Back")
    await title(app, "Tuần 1 đang mở")
    await act(page, "Back")
    await page.getByText("back: the host left the app").first().waitFor()
    await act(page, "Open")
    await title(app, "Tuần 1 đang mở")
    await act(page, "Kill")
    expect(await page.locator("iframe").count()).toBe(0)
  })

  it("moves the service's clock, publishes, and goes back before anything was published", async () => {
    const { page, app } = await openHost()
    await title(app, "Tuần 1 đang mở")
    await page.getByRole("button", { name: "Round 1: its results have been published" }).click()
    await page.waitForURL(/at=2024-11-06T17:00&published=1/)
    // The open app has noticed: it is shown again as after days in a pocket.
    await title(app, "Tuần 2 đang mở")
    await page.getByRole("row", { name: "Round 1 published" }).waitFor()
    const again = await openHost()
    await title(again.app, "Tuần 1 đang mở")
  })

  it("cuts the phone off from the network, whatever the host says", async () => {
    const { app } = await openHost("?cut=1")
    const failed = await app.locator("#app").evaluate(() =>
      fetch("/api/v1/contests").then(
        () => null,
        (error) => String(error),
      ),
    )
    expect(failed).toBe("TypeError: Failed to fetch")
  })
})

it("the mock in the app's own page is a host as well", async () => {
  const context = await the.browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  pages.push(page)
  await fetch(`${the.origin}/demo/reset`, {
    method: "POST",
    body: "{}",
    headers: { "content-type": "application/json" },
  })
  await page.goto(`${the.origin}/host/in-page.html?persona=signed-out&theme=dark`)
  await page.getByRole("button", { name: "Đăng nhập" }).click()
  await page.getByRole("heading", { level: 1, name: "Tuần 1 đang mở" }).waitFor()
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark")
})
