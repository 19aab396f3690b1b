import type { BrowserContextOptions, Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { openPhone } from "../browser/browser.ts"
import { serverAndBrowser } from "../browser/serverAndBrowser.ts"
import { openState, plainLook, wearLook } from "../gallery/openState.ts"
import { servePages } from "../gallery/servePages.ts"

const the = serverAndBrowser(servePages)

async function withState(
  query: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const { phone } = await openPhone(the.browser, options)
  await look(await openState(phone, the.origin, query, `?state=${query}`))
  await phone.close()
}

describe("motion", () => {
  const running = (page: Page) =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length)

  it("says that something is under way", () =>
    withState("sending&motion=full", { reducedMotion: "no-preference" }, async (page) => {
      expect(await running(page)).toBe(1)
    }))

  it("is left out where the phone asks for less of it", () =>
    withState("sending&motion=full", { reducedMotion: "reduce" }, async (page) => {
      expect(await running(page)).toBe(0)
      await page.getByRole("heading", { name: "Đang gửi bài" }).waitFor()
    }))

  it("ends when the host asks for less of it", () =>
    withState("sending&motion=full", { reducedMotion: "no-preference" }, async (page) => {
      await wearLook(page, { ...plainLook, still: true })
      expect(await running(page)).toBe(0)
    }))
})

describe("forced colours", () => {
  const forced = { forcedColors: "active" } as const

  /** How the element around an input is drawn: border and outline. */
  const drawn = (page: Page, selector: string, index: number) =>
    page
      .locator(selector)
      .nth(index)
      .evaluate((element) => {
        const { borderStyle, borderWidth, borderColor, outlineStyle, outlineWidth } =
          getComputedStyle(element)
        const outline = outlineStyle === "none" ? "none" : `${outlineStyle} ${outlineWidth}`
        return { border: `${borderStyle} ${borderWidth} ${borderColor}`, outline }
      })

  it.each([
    { state: "question", around: "label.option", chosen: 1 },
    { state: "help", around: "label.chip > span", chosen: 0 },
  ])("$state: what is chosen and where the focus is can be told apart", ({ state, around, chosen }) =>
    withState(state, forced, async (page) => {
      const other = 1 - chosen
      const radio = (index: number) => page.locator("input[type=radio]").nth(index)
      await page.keyboard.press("Tab")
      const plain = await drawn(page, around, other)
      const checked = await drawn(page, around, chosen)
      expect(checked.border).not.toBe(plain.border)
      expect([plain.outline, checked.outline]).toEqual(["none", "none"])
      await radio(chosen).focus()
      expect(await drawn(page, around, chosen)).toEqual({ border: checked.border, outline: "solid 3px" })
      // Focused without being chosen, as before the first choice.
      await radio(chosen).evaluate((input: HTMLInputElement) => {
        input.checked = false
      })
      expect(await drawn(page, around, chosen)).toEqual({ border: plain.border, outline: "solid 3px" })
    }))

  it("the first button still has an edge, and the receipt its tick", () =>
    withState("received", forced, async (page) => {
      const button = page.getByRole("button", { name: "Lưu biên nhận" })
      const [border, paper] = await button.evaluate((element) => {
        const { borderTopColor, backgroundColor } = getComputedStyle(element)
        return [borderTopColor, backgroundColor]
      })
      expect(border).not.toBe(paper)
      const [circle, tick] = await page.locator(".tick svg").evaluate((svg) => {
        const [disc, hook] = [svg.querySelector("circle"), svg.querySelector("path")]
        return [disc && getComputedStyle(disc).fill, hook && getComputedStyle(hook).stroke]
      })
      expect(tick).not.toBe(circle)
    }))
})
