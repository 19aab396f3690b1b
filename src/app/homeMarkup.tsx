import { renderToString } from "preact-render-to-string"
import type { Told } from "../contract/told.ts"
import { AppView } from "./AppView.tsx"
import { createFront, type FrontDeps } from "./createFront.ts"

/**
 * The first screen as HTML, as the page's own script will draw it from the same state for a reader of Vietnamese: the
 * service puts it into the page, which then shows the card before any script is there. Built for Node, of its own.
 */
export function homeMarkup(told: Told): string {
  return renderToString(<AppView app={createFront({ ...nowhere, phoneNow: () => told.now, told })} />)
}

const never = new Promise<never>(() => {})
const nothing = () => {}

/** A page that nobody looks at: no host, no service, no storage, at its start. */
const nowhere: Omit<FrontDeps, "phoneNow"> = {
  config: never,
  host: never,
  api: never,
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
