import type { Page } from "playwright-core"
import { viEntering } from "../../../src/app/words/viEntering.ts"
import type { LoadedPage } from "./pages.ts"

/** How many options of each question are tapped, one after the other. */
const tapsPerQuestion = 2

/**
 * Taps options of every question with a finger, by the browser's own input; the page's walk has ended at question 1.
 * Gives the milliseconds from each tap to its paint.
 */
export async function tapThroughQuestions(
  page: Page,
  loaded: LoadedPage,
  questions: number,
): Promise<number[]> {
  let taps = 0
  for (let number = 1; number <= questions; number += 1) {
    if (loaded.name === "app") await arriveAt(page, number, questions)
    for (let option = 1; option <= tapsPerQuestion; option += 1) {
      // The first option of question 1 is chosen already, and choosing it again would change nothing.
      await tap(page, loaded.radiosOf(number), option)
      taps += 1
      await page.evaluate((count) => window.loadProbe.tapped(count), taps)
    }
  }
  return page.evaluate(() => window.loadProbe.tapsMs)
}

/** The app shows one question at a time. */
async function arriveAt(page: Page, number: number, questions: number): Promise<void> {
  if (number > 1) await tap(page, "main .stick button", 0)
  await page.waitForFunction(
    (label) => document.querySelector("main .progress")?.textContent === label,
    viEntering.question.progress(number, questions),
  )
}

/** Not by Playwright's own `tap`: it leaves listeners for every touch in the page, which the floor has not. */
async function tap(page: Page, selector: string, index: number): Promise<void> {
  const { x, y } = await page.evaluate(([at, nth]) => window.loadProbe.place(at, nth), [
    selector,
    index,
  ] as const)
  await page.touchscreen.tap(x, y)
}
