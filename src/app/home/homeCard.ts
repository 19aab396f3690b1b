import type { RoundView } from "../../contract/contestView.ts"
import type { Front } from "../createFront.ts"
import type { Card, CardAction } from "./card.ts"
import type { HomeState } from "./homeState.ts"

/**
 * The home card's words and actions for a state: the design's table of states, row by row. Rows about the citizen come
 * with the third script (citizenCard.ts).
 */
export function homeCard(app: Front, state: HomeState): Card {
  const own = app.citizen.value?.card(state)
  if (own) return own
  const words = app.words.card.value
  const format = app.format.value
  const rules: CardAction = { label: words.readRules, to: { screen: "rules" } }
  const retry: CardAction = { label: words.retry, act: () => app.contest.reload() }
  const deadline = (round: RoundView) => words.deadline(format.end(round.closesAt))
  const begin = (round: RoundView): CardAction => ({
    label: words.start,
    act: async () => (await app.whenOpen()).start(round.number),
  })
  switch (state.kind) {
    case "slow":
      return { title: words.loading.title, body: [words.loading.slow], busy: true }
    case "load-failed":
      return { title: words.loadFailed.title, body: [words.loadFailed.body], first: retry }
    case "offline-empty":
      return { title: words.offlineEmpty.title, body: [words.offlineEmpty.body], first: retry }
    case "upcoming":
      return {
        title: words.upcoming.title(state.round.number),
        body: [words.opensAt(format.moment(state.round.opensAt))],
        first: { label: words.studyDocuments, to: { screen: "documents" } },
      }
    case "open":
      return {
        title: words.open.title(state.round.number),
        body: [words.open.body(app.contest.view.value?.paper.questions ?? 15), deadline(state.round)],
        first: begin(state.round),
        second: rules,
      }
    case "closing-soon":
      return {
        title: words.closingSoon.title(Math.floor(state.minutesLeft / 60), state.minutesLeft % 60),
        body: [words.closingSoon.body, deadline(state.round)],
        first: begin(state.round),
      }
    case "closed":
      return {
        title: words.closed.title(state.round.number),
        body: [words.closed.next(state.next.number, format.moment(state.next.opensAt))],
        first: { label: words.studyFor(state.next.number), to: { screen: "documents" } },
      }
    case "results-pending":
      return {
        title: words.resultsPending.title,
        body: [
          state.round.resultsDueAt
            ? words.resultsPending.due(format.moment(state.round.resultsDueAt))
            : words.resultsPending.body,
        ],
      }
    case "results-published":
      return {
        title: words.resultsPublished.title(state.round.number),
        body: [],
        first: { label: words.resultsPublished.see, to: { screen: "results", round: state.round.number } },
      }
  }
  return { title: words.loading.title, body: [], busy: true }
}
