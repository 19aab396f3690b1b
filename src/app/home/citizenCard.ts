import type { RoundView } from "../../contract/contestView.ts"
import type { App } from "../createApp.ts"
import { citizenWordsOf } from "../screens/words.ts"
import { openHost, resume, signIn, start } from "./actions.ts"
import type { Card, CardAction } from "./card.ts"
import { entryCard } from "./entryCard.tsx"
import type { HomeState } from "./homeState.ts"
import { signInFault } from "./signInFault.ts"

/** The home card of a state that is about this citizen; null for one that is the same for everybody (homeCard.ts). */
export function citizenCard(app: App, state: HomeState): Card | null {
  const words = app.words.card.value
  const own = citizenWordsOf(app)
  const format = app.format.value
  const practise: CardAction = { label: words.practice, to: { screen: "practice", step: 1 } }
  const deadline = (round: RoundView) => words.deadline(format.end(round.closesAt))
  const goOn = (round: RoundView, label: string): CardAction => ({
    label,
    act: () => {
      const draft = app.drafts.byRound.peek().get(round.number)
      if (draft) resume(app, draft)
    },
  })
  switch (state.kind) {
    case "standalone":
      return {
        title: own.standalone.title,
        body: [own.standalone.body, deadline(state.round)],
        first: { label: own.openHost, act: () => openHost(app) },
        second: practise,
      }
    case "no-identity":
      return {
        title: signInFault(app, state.refusal).title,
        body: [signInFault(app, state.refusal).body, deadline(state.round)],
        first: { label: state.refusal ? words.signInAgain : own.signIn, act: () => signIn(app) },
        second: practise,
      }
    case "unavailable":
      return {
        title: words.unavailable.title,
        body: [words.unavailable.body],
        first: tryAgain(app, state.round),
      }
    case "not-eligible":
      return {
        title: own.notEligible.title,
        body: [...(state.reason ? [own.notEligible.reasons[state.reason]] : []), own.notEligible.rest],
        first: { label: words.readRules, to: { screen: "rules" } },
        second: { label: own.reportData, to: { screen: "complaint", kind: "personal-data" } },
      }
    case "in-progress":
      return {
        title: own.inProgress.title,
        body: [own.inProgress.body(state.progress.answered, state.progress.of), deadline(state.round)],
        first: goOn(state.round, own.resumeFrom(state.progress.step)),
      }
    case "offline-ready":
      return {
        title: own.offlineReady.title,
        body: [own.offlineReady.body, deadline(state.round)],
        first: goOn(state.round, own.resume),
      }
    case "closing-soon":
      return (
        state.progress && {
          title: words.closingSoon.title(Math.floor(state.minutesLeft / 60), state.minutesLeft % 60),
          body: [words.closingSoon.body, deadline(state.round)],
          first: goOn(state.round, own.resume),
        }
      )
    case "entry":
      return entryCard(app, state.round, state.entry)
    case "results-pending":
      return state.entered
        ? {
            title: words.resultsPending.title,
            body: [
              state.round.resultsDueAt
                ? words.resultsPending.due(format.moment(state.round.resultsDueAt))
                : words.resultsPending.body,
            ],
            first: { label: own.seeMyEntries, to: { screen: "my-entries" } },
          }
        : null
    case "results-published":
      return publishedCard(app, state)
    case "results-revised":
      return revisedCard(app, state)
    default:
      return null
  }
}

type PublishedState = HomeState & { kind: "results-published" | "results-revised" }

/** What was changed in words as soon as it is known, else that something was. */
function revisedCard(app: App, state: PublishedState): Card {
  const { resultsRevised } = citizenWordsOf(app)
  const { resultsPublished } = app.words.card.value
  const { round } = state
  const news = app.revised.value
  return {
    title: resultsRevised.title(round.number),
    body: [
      (news?.round === round.number && news.sentence()) || resultsRevised.body,
      ...(publishedCard(app, state)?.body ?? []),
    ],
    first: { label: resultsRevised.see, to: { screen: "revisions", round: round.number } },
    second: { label: resultsPublished.see, to: { screen: "results", round: round.number } },
  }
}

function publishedCard(app: App, { round, result, prediction }: PublishedState): Card | null {
  if (!result) return null
  const { resultsPublished } = app.words.card.value
  const { results } = citizenWordsOf(app)
  const { number } = app.format.value
  const questions = app.contest.view.value?.paper.questions ?? 15
  return {
    title: resultsPublished.title(round.number),
    body: [
      results.allCorrect(number(result.allCorrect), questions),
      ...(prediction === null
        ? []
        : [results.own(result.correct, number(prediction), number(result.predictionError))]),
    ],
    first: { label: resultsPublished.see, to: { screen: "results", round: round.number } },
  }
}

/** The service may take entries again: the card goes back to the round itself. */
function tryAgain(app: App, round: RoundView): CardAction {
  return {
    label: app.words.card.value.retry,
    act: () => {
      app.barred.value = null
      return start(app, round.number)
    },
  }
}
