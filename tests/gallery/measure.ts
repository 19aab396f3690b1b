import type { Page } from "playwright-core"

/** How much of a page lies beyond its right edge, and what: nothing that is seen may. */
export function beyondTheEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    /** There for who listens; nothing of it is seen. */
    const isHidden = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath === "inset(50%)" || isHidden(element.parentElement))
    const outside = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 1 && (right > clientWidth + 0.5 || left < -0.5) && !isHidden(element)
    })
    return [
      ...(scrollWidth > clientWidth ? [`scrolls sideways by ${scrollWidth - clientWidth} px`] : []),
      ...outside.map((element) => `outside: ${element.outerHTML.slice(0, 120)}`),
    ]
  })
}

/** How a screen is built, at 100 % text: headings, title, and the targets that are too small or too close. */
export function screenShape(page: Page) {
  return page.evaluate(() => {
    const seen = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (element) => element.getClientRects().length > 0,
      )
    const name = (element: HTMLElement) =>
      element.textContent?.trim().slice(0, 60) || element.outerHTML.slice(0, 80)
    const height = (element: HTMLElement) => element.getBoundingClientRect().height
    // A link within a sentence has the height of its line: WCAG 2.5.8 makes that exception.
    const inSentence = (element: HTMLElement) =>
      getComputedStyle(element).display === "inline" &&
      element.parentElement?.textContent?.trim() !== element.textContent?.trim()
    const targets = seen("button, a[href], summary, label:has(input), select, textarea, input").filter(
      (element) => !(element.matches("input") && element.closest("label")) && !inSentence(element),
    )
    const rows = seen(".button, .option, .links a, summary")
    const apart = seen(".button, .option, .chip").map((element) => ({
      element,
      box: element.getBoundingClientRect(),
    }))
    const tooClose = apart.flatMap((one, index) =>
      apart.slice(index + 1).flatMap((other) => {
        const across = Math.max(one.box.left, other.box.left) - Math.min(one.box.right, other.box.right)
        const down = Math.max(one.box.top, other.box.top) - Math.min(one.box.bottom, other.box.bottom)
        // Under the button that sticks to the bottom is no neighbour of it.
        if (one.element.closest(".stick") || other.element.closest(".stick")) return []
        return Math.max(across, down) < 7.9 ? [`${name(one.element)} | ${name(other.element)}`] : []
      }),
    )
    return {
      headings: seen("h1").map((heading) => heading.textContent ?? ""),
      title: document.title,
      statusRegions: document.querySelectorAll("[role=status]").length,
      mains: document.querySelectorAll("main").length,
      moving: document.getAnimations().length,
      lowTargets: targets.filter((element) => height(element) < 43.9).map(name),
      lowRows: rows.filter((element) => height(element) < 55.9).map(name),
      tooClose,
    }
  })
}

/** What the keyboard can reach on a page without showing that it is there. */
export async function withoutFocusRing(page: Page): Promise<string[]> {
  // From a key on, focus is shown.
  await page.keyboard.press("Tab")
  return page.evaluate(() => {
    const rings = (element: Element | null | undefined) => {
      if (!element) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2
    }
    const reachable = [
      ...document.querySelectorAll<HTMLElement>("button, a[href], summary, input, select, textarea"),
    ].filter(
      (element) =>
        element.getClientRects().length > 0 && element.tabIndex >= 0 && !element.matches(":disabled"),
    )
    const bare = reachable.filter((element) => {
      element.focus({ preventScroll: true })
      const shown = [element, element.closest("label"), element.nextElementSibling]
      return document.activeElement !== element || !shown.some(rings)
    })
    const { activeElement } = document
    if (activeElement instanceof HTMLElement) activeElement.blur()
    scrollTo(0, 0)
    return bare.map((element) => element.outerHTML.slice(0, 120))
  })
}
