import { effect } from "@preact/signals-core"
import type { App } from "./createApp.ts"
import { followRevisions } from "./followRevisions.ts"
import { citizenCard } from "./home/citizenCard.ts"
import { citizenLinks, revisedLabel } from "./home/citizenLinks.ts"
import { citizenState } from "./home/citizenState.ts"

/** The third script: the home screen learns of the citizen. What it then draws needs the citizen's words to be there. */
export function knowCitizen(app: App): void {
  const { session, barred, revised, drafts, entries } = app
  app.citizen.value = {
    ...citizenState({
      session: () => session.state.value,
      refusal: () => session.refusal.value,
      barred: () => barred.value,
      revised: () => revised.value?.round ?? null,
      draftOf: (round) => drafts.byRound.value.get(round) ?? null,
      entryOf: entries.statusOf,
    }),
    card: (state) => citizenCard(app, state),
    links: (shown) => citizenLinks(app, shown),
    revisedLabel: (round) => revisedLabel(app, round),
  }
  followRevisions(app)
  effect(() => {
    // Who cannot enter now may want to practise, later perhaps without network.
    if (app.home.value.kind === "upcoming" || app.home.value.kind === "standalone")
      void app.published.practice(app.contest.view.value?.id ?? "").catch(() => undefined)
  })
}
