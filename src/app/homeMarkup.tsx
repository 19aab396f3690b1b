import { renderToString } from "preact-render-to-string"
import type { Told } from "../contract/told.ts"
import { AppView } from "./AppView.tsx"
import { createFront, type FrontDeps } from "./createFront.ts"

/**
 * The first screen as HTML, as the page's own script will draw it from the same state for a reader of Vietnamese: the
 * service puts it into the page, which then shows the card before any script is there. Built for Node, of its own.
 */
export function homeMarkup(told: Told): string {
  // One of its own at each call: what waits for a promise lives as long as that.
  const never = new Promise<never>(() => {})
  const outside = { ...nowhere, config: never, host: never, api: never, phoneNow: () => told.now, told }
  return renderToString(<AppView app={createFront(outside)} />)
}

const nothing = () => {}

/** A page that nobody looks at, at its start: nothing kept, nothing around it. */
const nowhere: Omit<FrontDeps, "phoneNow" | "config" | "host" | "api"> = {
  storage: null,
  after: () => nothing,
  restart: nothing,
  window: {
    location: { hash: "" } as Location,
    history: { state: null } as History,
    addEventListener: nothing,
    removeEventListener: nothing,
  },
  root: { style: { setProperty: nothing } } as unknown as HTMLElement,
}
