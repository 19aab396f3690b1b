import { follow } from "../app/follow.ts"
import { followEntries } from "../app/followEntries.ts"
import { mountApp } from "../app/mountApp.tsx"
import { openWholeApp } from "../app/openWholeApp.ts"
import { prepareLaterScreens } from "../app/prepareLaterScreens.ts"
import type { Look } from "./look.ts"
import { lookEvent } from "./look.ts"
import { comes, settle } from "./settle.ts"
import type { State } from "./state.ts"
import { contextOf, stateDeps } from "./stateDeps.ts"

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
    app.appearance.choose({ scale: next.scale, locale: next.locale })
  }
  wear(look)
  document.addEventListener(lookEvent, (event) => wear((event as CustomEvent<Look>).detail))

  await app.words.citizen.load()
  await prepareLaterScreens(app)
  void app.contest.reload()
  follow(app, window)
  followEntries(app)
  await mountApp(app, root)
  await settle(document)
  for (const [id, text] of Object.entries(state.typed ?? {})) {
    await typeInto(root, id, text, patience)
    await settle(document)
  }
  for (const words of state.taps ?? []) {
    await tapOn(root, words, patience)
    await settle(document)
  }
  if (!state.taps && location.hash !== `#${path}`) throw new Error(`the app went on to ${location.hash}`)
}

async function typeInto(root: HTMLElement, id: string, text: string, patience: number): Promise<void> {
  const field = await comes(
    root,
    () => root.querySelector<HTMLInputElement>(`input#${id}`) ?? undefined,
    patience,
  )
  if (!field) throw new Error(`there is no field “${id}” to type into`)
  field.value = text
  field.dispatchEvent(new InputEvent("input", { bubbles: true }))
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
