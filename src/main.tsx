import "./app/tokens.css"
import "./app/base.css"
import { createFront } from "./app/createFront.ts"
import { homeCard } from "./app/home/homeCard.ts"
import { mountApp } from "./app/mountApp.tsx"
import { readTold } from "./app/state/readTold.ts"
import { openStorage } from "./app/state/storage.ts"

// The border of the first script: what this file imports at its head is all that the home card needs, and stands in the
// page itself. What comes later comes by import(…).

// What this page can use before anybody has answered.
const storage = openStorage(() => window.localStorage)
const inPage = readTold(document)
const configJson = inPage
  ? Promise.resolve<unknown>(inPage.config)
  : fetch("./config.json").then((answer) => answer.json())

// The citizen, and what the page talks to: the deployment's configuration, the host, the service, the outbox. The page
// brings this script along or has its browser fetch it at once; it is taken when the first screen can be seen.
let drawn = () => {}
const second = new Promise<void>((resolve) => {
  drawn = resolve
}).then(() => import("./ports.ts"))
const config = second.then(({ readConfig }) => readConfig(configJson, storage))
const host = second.then(async ({ openHost }) => openHost(await config.catch(() => null)))

const outside = {
  config,
  host,
  api: second.then(async ({ openApi }) => openApi(await config)),
  storage,
  told: isFresh() ? inPage : null,
  phoneNow: () => performance.timeOrigin + performance.now(),
  after(ms: number, run: () => void) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  restart: () => location.reload(),
  window,
  root: document.documentElement,
}

/** A page that the browser took from its own cache, as it does for a tab that it brings back, tells an old state. */
function isFresh(): boolean {
  const [opening] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
  return opening?.transferSize !== 0
}

// The first screen.
const front = createFront(outside)
front.network.browserSays(navigator.onLine)
void front.contest.reload()
const root = document.getElementById("app") ?? document.body
// The service may have drawn this screen already (homeMarkup.tsx); who tapped on it before this script was there has tapped.
if (root.childElementCount > 0) drawn()
const draw = () => mountApp(front, root)
const tapped = window.earlyTap
const begun = tapped && begunBy(tapped)
const painted = begun ? begun.then(draw) : draw()
void painted.then(drawn)
if (!begun) tapped?.click()

/**
 * What the drawn card's first button does, where it was that one: the screen that it leads to is then drawn instead of the
 * home screen a second time, unless it takes long. Null where the home screen must be there first.
 */
function begunBy({ textContent }: HTMLElement): Promise<unknown> | null {
  const { first } = homeCard(front, front.home.peek())
  if (!first || !("act" in first) || first.label !== textContent) return null
  const late = new Promise<void>((resolve) => outside.after(300, resolve))
  return Promise.race([first.act(), late]).catch(() => undefined)
}

// Everything else. Where it does not come, the contest's state says so.
second.then(
  ({ openApp }) => openApp(front, outside, painted),
  () => undefined,
)
