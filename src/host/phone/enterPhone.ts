import type { PhoneControls } from "./controls.ts"
import { shiftClock } from "./phoneClock.ts"

/**
 * Turns this window into a phone's and then into the page at `path`. The page's first script must already find the
 * phone's clock, so it cannot simply be loaded: only the frame itself can change the globals in time. The frame takes
 * the page's address, so that its relative links, its own routing and its worker are what they are in real life, and
 * writes the page's text into itself: `document.open` keeps the window, and with it the changed globals. (A window
 * patched from outside before `src` is set would lose them at the first navigation in most browsers; the page's text in
 * `srcdoc` would have no address of its own.)
 * @param path path on this origin, with query and hash
 */
export async function enterPhone(
  window: Window & typeof globalThis,
  path: string,
  controls: PhoneControls,
): Promise<void> {
  const { document, history, fetch } = window
  shiftClock(window, controls.shiftMs)
  const response = await fetch(path)
  const text = await response.text()
  window.fetch = (...request) =>
    controls.isCut() ? Promise.reject(new window.TypeError("Failed to fetch")) : fetch(...request)
  history.replaceState(null, "", path)
  document.open()
  // Opening a document takes all listeners from its window: this one comes after.
  window.addEventListener("pagehide", controls.left)
  document.write(trustedHtml(window, text))
  document.close()
}

/** The frame keeps its policy, the app's, which lets only this one name turn text into a page. */
function trustedHtml({ trustedTypes }: Window, text: string): string {
  return trustedTypes?.createPolicy("hue-s-phone", { createHTML: (html) => html }).createHTML(text) ?? text
}
