import type { Page } from "playwright-core"
import { expect, it } from "vitest"
import { states } from "../../src/gallery/states.ts"
import { openPhone } from "../browser/browser.ts"
import { serverAndBrowser } from "../browser/serverAndBrowser.ts"
import { axeFindings } from "./axe.ts"
import { beyondTheEdge, screenShape, withoutFocusRing } from "./measure.ts"
import { openState } from "./openState.ts"
import { servePages } from "./servePages.ts"

const the = serverAndBrowser(servePages)

const names = Object.keys(states)

async function withOverview(
  width: number,
  query: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const { phone, complaints } = await openPhone(the.browser, { viewport: { width, height: 800 } })
  const page = await phone.newPage()
  await page.goto(`${the.origin}/gallery/${query}`)
  await page.getByRole("heading", { level: 1, name: "Mọi trạng thái" }).waitFor()
  await look(page)
  expect(complaints).toEqual([])
  await phone.close()
}

/** The live page in a state's card, once the state has come about. */
async function cardOf(page: Page, name: string) {
  const frame = page.frameLocator(`iframe[title="${name}"]`)
  await expect.poll(() => frame.locator("html").getAttribute("data-state")).toBe("ready")
  return frame
}

it.each([360, 1280])("at %i px, QA sees every state by name, by keyboard too", (width) =>
  withOverview(width, "", async (page) => {
    const links = page.locator("main li a")
    expect(await links.allTextContents()).toEqual(expect.arrayContaining(names))
    expect(await links.count()).toBe(names.length)
    expect(await beyondTheEdge(page)).toEqual([])
    const { lowTargets, headings } = await screenShape(page)
    expect({ lowTargets, headings }).toEqual({ lowTargets: [], headings: ["Mọi trạng thái"] })
    expect((await withoutFocusRing(page)).filter((bare) => !bare.startsWith("<a"))).toEqual([])
    const card = page.locator("main li").first()
    await expect
      .poll(async () => {
        // Away and back by key: focus that only a script has set need not show.
        await links.first().focus()
        await page.keyboard.press("Shift+Tab")
        await page.keyboard.press("Tab")
        return card.evaluate((element) => getComputedStyle(element).outlineStyle)
      })
      .toBe("solid")
  }))

it.each(["light", "dark"])("nothing in it is out of reach in %s", (theme) =>
  withOverview(1280, `?theme=${theme}&filter=offline`, async (page) => {
    await cardOf(page, "offline-ready")
    expect(await axeFindings(page)).toEqual([])
  }))

it("one switch changes the look of all states, without loading them again, and stands in the address", () =>
  withOverview(1280, "?filter=open", async (page) => {
    const root = (await cardOf(page, "open")).locator("html")
    await root.evaluate((html) => html.setAttribute("data-same", ""))
    await page.getByLabel("Tối").check()
    await expect.poll(() => root.getAttribute("data-theme")).toBe("dark")
    await page.getByLabel("200 %").check()
    await expect.poll(() => root.evaluate((html) => html.style.getPropertyValue("--scale"))).toBe("2")
    await page.getByLabel("English").check()
    await expect.poll(() => root.getAttribute("lang")).toBe("en")
    expect(await root.getAttribute("data-same")).toBe("")
    expect(page.url()).toContain("?theme=dark&scale=200&lang=en&width=360&filter=open")
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark")
    await page.getByRole("link", { name: "open", exact: true }).click()
    await page.getByRole("heading", { name: "Week 2 is open" }).waitFor()
  }))

it("a name that is no state fails, and says so", async () => {
  const { phone } = await openPhone(the.browser)
  const opened = openState(phone, the.origin, "nowhere")
  await expect(opened).rejects.toThrow("nowhere: failed: no state is called “nowhere”")
  await phone.close()
})
