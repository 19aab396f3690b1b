import { h } from "preact"
import { type App, createApp } from "./createApp.ts"
import { createFront } from "./createFront.ts"
import type { AppDeps } from "./deps.ts"
import { start } from "./home/actions.ts"
import { citizenCard } from "./home/citizenCard.ts"
import { citizenLinks, revisedLabel } from "./home/citizenLinks.ts"
import { LaterScreen } from "./LaterScreen.tsx"

/** The app around a first screen that stands already: its card learns of the citizen, and the other screens are there. */
export function completeApp(front: ReturnType<typeof createFront>, deps: AppDeps): App {
  const app = createApp(front, deps)
  const { session, barred, revised, drafts, entries } = app
  front.citizen.value = {
    session: () => session.state.value,
    refusal: () => session.refusal.value,
    barred: () => barred.value,
    revised: () => revised.value?.round ?? null,
    draftOf: (round) => drafts.byRound.value.get(round) ?? null,
    entryOf: entries.statusOf,
    card: (state) => citizenCard(app, state),
    start: (round) => start(app, round),
    links: (shown) => citizenLinks(app, shown),
    revisedLabel: (round) => revisedLabel(app, round),
    screen: (route) => h(LaterScreen, { app, route }),
  }
  return app
}

/** The app at once, for who needs no first screen before. */
export function openWholeApp(deps: AppDeps): App {
  return completeApp(createFront(deps), deps)
}
