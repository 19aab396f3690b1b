import type { FrameLocator, Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { startDemoServer } from "./demoServer.ts"
import { serverAndBrowser } from "./serverAndBrowser.ts"

const the = serverAndBrowser(startDemoServer)

/** Opens a scenario on a phone of its own and hands over the app in it; the app must not complain. */
async function scenario(
  query: string,
  look: (app: FrameLocator, page: Page) => Promise<void>,
): Promise<void> {
  const phone = await the.browser.newContext({ viewport: { width: 1280, height: 860 }, locale: "vi-VN" })
  const page = await phone.newPage()
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(String(error)))
  await page.goto(`${the.origin}/host/?at=keep&${query}`)
  await look(page.frameLocator("iframe").first(), page)
  await phone.close()
  expect(complaints).toEqual([])
}

const sees = (app: FrameLocator, heading: string) =>
  app.getByRole("heading", { name: heading, exact: true }).waitFor()
const reads = (app: FrameLocator, text: string) => app.getByText(text).first().waitFor()
const press = (app: FrameLocator, name: string) => app.getByRole("button", { name, exact: true }).click()

/** From the home card to the first question. */
async function begin(app: FrameLocator): Promise<void> {
  await press(app, "Bắt đầu làm bài")
  await sees(app, "Thông tin dự thi")
  await app.getByRole("checkbox").click()
  const none = app.getByText("Không thuộc đơn vị nào trong danh sách")
  if (await none.count()) await none.click()
  await press(app, "Vào làm bài")
}

describe("every persona's URL opens its situation", () => {
  const named: [string, string][] = [
    ["vneid-2", "Nguyễn Thị Hoa"],
    ["hue-s", "Trần Văn Minh"],
    ["nfd-name", "H’Liên Kê Nguyễn O'Đường"],
  ]
  it.each(named)("%s starts as %s", (persona, name) =>
    scenario(`persona=${persona}`, async (app) => {
      await sees(app, "Tuần 1 đang mở")
      await press(app, "Bắt đầu làm bài")
      await reads(app, name)
    }))

  it("official finds the unit filled in by the host", () =>
    scenario("persona=official", async (app) => {
      await press(app, "Bắt đầu làm bài")
      await reads(app, "Lê Thị Thu Hà")
      await reads(app, "Phường Vỹ Dạ")
    }))

  it("organiser is told that this account may not enter, and why", () =>
    scenario("persona=organiser", async (app) => {
      await begin(app)
      await sees(app, "Tài khoản này không thuộc diện dự thi")
      await reads(app, "không dự thi")
    }))

  it("signed-out signs in on request, on the host's own sheet", () =>
    scenario("persona=signed-out", async (app, page) => {
      await sees(app, "Cần đăng nhập để dự thi")
      await press(app, "Đăng nhập")
      await page.getByRole("button", { name: "Đồng ý", exact: true }).click()
      await sees(app, "Tuần 1 đang mở")
    }))

  it("denies-once gets in at the second try", () =>
    scenario("persona=denies-once", async (app) => {
      await press(app, "Bắt đầu làm bài")
      await sees(app, "Thông tin dự thi")
    }))

  it("low-assurance is told which account it takes, and may try again", () =>
    scenario("persona=low-assurance", async (app) => {
      await press(app, "Bắt đầu làm bài")
      await sees(app, "Tài khoản chưa đủ mức định danh")
      expect(await app.getByRole("button", { name: "Đăng nhập lại" }).isEnabled()).toBe(true)
    }))

  it("switches: the second citizen sees nothing of the first one's entry", () =>
    scenario("persona=switches", async (app) => {
      await begin(app)
      await reads(app, "Câu 1 trên 15")
      await app.locator("label:has(input[type=radio])").first().click()
      await sees(app, "Tuần 1 đang mở")
      await press(app, "Bắt đầu làm bài")
      await reads(app, "Trần Văn Minh")
    }))

  it("large-text has text at 1.6 of its size and no sideways scroll", () =>
    scenario("persona=large-text", async (app) => {
      await sees(app, "Tuần 1 đang mở")
      const root = app.locator("html")
      await expect
        .poll(() => root.evaluate((html) => Number.parseFloat(getComputedStyle(html).fontSize)))
        .toBeGreaterThan(25)
      expect(await root.evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0)
    }))
})

describe("every fault's URL opens its situation", () => {
  const goesOn = ["identity.get=late:3000", "identity.get=twice", "*=reordered", "host=newer", "grants=none"]
  it.each(goesOn)("%s: the citizen notices nothing", (fault) =>
    scenario(`faults=${encodeURIComponent(fault)}`, async (app) => {
      await sees(app, "Tuần 1 đang mở")
      await begin(app)
      await reads(app, "Câu 1 trên 15")
    }))

  it.each([
    "host=old",
    "bridge.hello=never",
    "bridge.hello=malformed",
    "bridge.hello=gone",
  ])("%s: nobody answers, so the app stands alone", (fault) =>
    scenario(`faults=${encodeURIComponent(fault)}`, async (app) => {
      await sees(app, "Mở Hue-S để dự thi")
      expect(await app.getByRole("button", { name: "Bắt đầu làm bài" }).count()).toBe(0)
    }))

  it.each([
    ["identity.get=1000", "Đăng nhập chưa xong"],
    ["identity.get=1001", "Chưa cho phép dùng tài khoản"],
    ["identity.get=1003", "Tài khoản chưa đủ mức định danh"],
    ["identity.get=1300", "Cần đăng nhập để dự thi"],
  ])("%s: signing in fails, the card says why, and it can be tried again", (fault, title) =>
    scenario(`faults=${encodeURIComponent(fault)}`, async (app) => {
      await press(app, "Bắt đầu làm bài")
      await sees(app, title)
      expect(await app.getByRole("button", { name: "Đăng nhập lại" }).isEnabled()).toBe(true)
    }))

  it.each([
    "identity.get=never",
    "identity.get=malformed",
    "identity.get=gone",
  ])("%s: the card is there to read meanwhile", (fault) =>
    scenario(`faults=${encodeURIComponent(fault)}`, async (app) => {
      await sees(app, "Tuần 1 đang mở")
      await app.getByRole("link", { name: "Thể lệ" }).first().click()
      await app.getByRole("heading", { level: 1, name: "Thể lệ" }).waitFor()
    }))

  it("identity.get#2=1001: the second request fails only", () =>
    scenario("faults=identity.get%232=1001", async (app) => {
      await press(app, "Bắt đầu làm bài")
      await sees(app, "Thông tin dự thi")
    }))
})
