import type { Page } from "playwright-core"

/**
 * Has the page tap one of the drawn card's buttons (`place`: 0 is first) as soon as what follows it is in the page, before any
 * script of the app: the module script comes last and waits for the whole page. `sessionStorage.scripts` says whether one had run.
 */
export function tapAtOnce(page: Page, place: number): Promise<unknown> {
  return page.addInitScript((at) => {
    new MutationObserver((_, observer) => {
      const button = document.querySelectorAll<HTMLElement>("main .actions button")[at]
      if (!button || !document.querySelector("noscript")) return
      observer.disconnect()
      sessionStorage.scripts = String("hoiThi" in globalThis)
      button.click()
    }).observe(document, { childList: true, subtree: true })
  }, place)
}
