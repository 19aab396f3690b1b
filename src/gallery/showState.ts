import { openWholeApp } from "../app/completeApp.ts"
import { follow } from "../app/follow.ts"
import { prepareLaterScreens } from "../app/LaterScreen.tsx"
import { mountApp } from "../app/mountApp.tsx"
import type { Look } from "./look.ts"
import { lookEvent } from "./look.ts"
import { comes, settle } from "./settle.ts"
import { contextOf, stateDeps } from "./stateDeps.ts"
import type { State } from "./states.ts"

/** How long a state may take to offer what is tapped next. */
const patienceMs = 10_000

/**
 * Mounts the app in a state and taps what leads there. From then on `lookEvent` on the document changes its look.
 * Rejects when there is nothing to tap, or the app has gone elsewhere by itself: such a screen is not that state.
 */
export async function showState(
  state: State,
  look: Look,
  root: HTMLElement,
  patience = patienceMs,
): Promise<void> {
  const path = state.path ?? "/"
  history.replaceState(null, "", `#${path}`)
  const deps = stateDeps(state, look, window)
  const app = openWholeApp(deps)
  const host = await deps.host
  const wear = (next: Look) => {
    if (host.kind === "hosted") return host.changeContext(contextOf(state, next))
    // Nobody tells a standalone app how to look: its theme is the system's, the rest the citizen's own.
    deps.root.dataset.theme = next.theme
    app.appearance.setTextScale(next.scale)
    app.appearance.setLocale(next.locale)
  }
  wear(look)
  document.addEventListener(lookEvent, (event) => wear((event as CustomEvent<Look>).detail))

  await prepareLaterScreens(app)
  void app.contest.reload()
  follow(app, window)
  await mountApp(app, root)
  await settle(root)
  for (const words of state.taps ?? []) {
    await tapOn(root, words, patience)
    await settle(root)
  }
  if (!state.taps && location.hash !== `#${path}`) throw new Error(`the app went on to ${location.hash}`)
}

async function tapOn(root: HTMLElement, words: string, patience: number): Promise<void> {
  const targets = () => [
    ...root.querySelectorAll<HTMLElement>("main button, main label, main a, main summary"),
  ]
  const target = await comes(
    root,
    () => targets().find(({ textContent }) => textContent?.trim().startsWith(words)),
    patience,
  )
  if (!target) throw new Error(`nothing to tap begins with “${words}”`)
  target.click()
}
