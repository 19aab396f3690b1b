import type { Locator, Page } from "playwright-core"

/** How much of a 640 px high phone its keyboard takes. */
const keyboardHeight = 280

/**
 * Takes the keyboard's part of the screen away, as `interactive-widget=resizes-content` has it, while `field` has the
 * focus; like the browser, brings the field into view.
 */
export async function raiseKeyboard(page: Page, field: Locator): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 360, height: 640 }
  await page.setViewportSize({ width, height: height - keyboardHeight })
  await field.evaluate((element) => element.scrollIntoView({ block: "nearest" }))
}

/** Gives the keyboard's part of the screen back. */
export async function lowerKeyboard(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 360, height: 360 }
  await page.setViewportSize({ width, height: height + keyboardHeight })
}

/** The share of an element's height that can be seen: within the screen, and under nothing else. 0..1 */
export function visibleShare(element: Locator): Promise<number> {
  return element.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect()
    const lines = Array.from({ length: 40 }, (_, index) => top + (height * (index + 0.5)) / 40)
    const seen = lines.filter((y) => {
      if (y < 0 || y > innerHeight) return false
      const hit = document.elementFromPoint(left + width / 2, y)
      return hit !== null && (node.contains(hit) || hit.contains(node))
    })
    return seen.length / lines.length
  })
}
