import { render } from "preact"
import { AppView } from "./AppView.tsx"
import type { Front } from "./createFront.ts"

/** Draws the app into `root`; resolves after the first paint. */
export function mountApp(app: Front, root: HTMLElement): Promise<void> {
  render(<AppView app={app} />, root)
  return new Promise((resolve) => {
    // The frame after the next one: by then the first is on the glass. A hidden page has no frames.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
    setTimeout(resolve, 1000)
  })
}
