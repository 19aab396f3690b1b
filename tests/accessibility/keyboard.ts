import type { Page } from "playwright-core"

/** Where the focus is: its name as read out (a field by its label), and whether one can see it there. */
export type Stop = { name: string; shown: boolean }

/** The element with the focus; null where the focus is on no element of its own. */
export function focusStop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : null
    const rings = [element, element.closest("label"), element.nextElementSibling].some((one) => {
      if (!one) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2
    })
    const { top, bottom } = element.getBoundingClientRect()
    const inView = bottom > 0 && top < innerHeight
    return { name: (label ?? element).textContent?.trim() ?? "", shown: rings && inView }
  })
}

const mostStops = 60

/** Presses Tab (or `key`) until the focus is on what is called `name`; the focus must be seen at every stop. */
export async function tabTo(page: Page, name: string | RegExp, key = "Tab"): Promise<void> {
  const passed: string[] = []
  while (passed.length < mostStops) {
    await page.keyboard.press(key)
    const stop = await focusStop(page)
    // Between the last stop and the first, the focus is in the browser's own bars.
    if (stop && !stop.shown) throw new Error(`the focus cannot be seen on “${stop.name}”`)
    if (stop && (typeof name === "string" ? stop.name === name : name.test(stop.name))) return
    passed.push(stop?.name ?? "(the browser)")
  }
  throw new Error(`${key} never came to ${name}, but to: ${passed.join(" | ")}`)
}

/** Waits for a screen: its heading is called `heading` and has taken the focus, and the title names it. */
export async function arrives(page: Page, heading: string): Promise<void> {
  const arrived = await page
    .waitForFunction((wanted) => {
      const { activeElement, title } = document
      return activeElement?.tagName === "H1" && activeElement.textContent === wanted && title.includes(wanted)
    }, heading)
    .catch(() => null)
  if (arrived) return
  const seen = await page.locator("h1").allTextContents()
  throw new Error(
    `“${heading}” did not take the focus: ${JSON.stringify(await focusStop(page))}, seen: ${seen}`,
  )
}
