import type { BrowserContext, Page } from "playwright-core"
import { type Look, lookEvent, stateQuery } from "../../src/gallery/look.ts"

export const plainLook: Look = { theme: "light", scale: 1, locale: "vi", still: true }

/** Opens a state of the gallery; throws with its name and reason when it does not come about. */
export async function openState(
  phone: BrowserContext,
  origin: string,
  name: string,
  query = stateQuery(name, plainLook),
): Promise<Page> {
  const page = await phone.newPage()
  await page.goto(`${origin}/gallery/${query}`)
  const outcome = await page.waitForFunction(() => document.documentElement.dataset.state).catch(() => null)
  const state = await outcome?.jsonValue()
  if (state !== "ready") throw new Error(`${name}: ${state ?? "never became ready"}`)
  return page
}

/** Puts another look on an open state, as the overview does, and waits until it is drawn. */
export async function wearLook(page: Page, look: Look): Promise<void> {
  await page.evaluate(
    ([type, detail]) => {
      document.dispatchEvent(new CustomEvent(type, { detail }))
      return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    },
    [lookEvent, look] as const,
  )
}
