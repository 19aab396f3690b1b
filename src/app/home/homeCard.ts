import type { RoundView } from "../../contract/contestView.ts"
import type { App } from "../createApp.ts"
import { openHost, resume, signIn, start } from "./actions.ts"
import type { Card, CardAction } from "./card.ts"
import { entryCard } from "./entryCard.tsx"
import type { HomeState } from "./homeState.ts"
import { signInFault } from "./signInFault.ts"

/** The home card's words and actions for a state: the design's table of states, row by row. */
export function homeCard(app: App, state: HomeState): Card {
  const words = app.words.card.value
  const format = app.format.value
  const rules: CardAction = { label: words.readRules, to: { screen: "rules" } }
  const practise: CardAction = { label: words.practice, to: { screen: "practice", step: 1 } }
  const retry: CardAction = { label: words.retry, act: () => app.contest.reload() }
  const deadline = (round: RoundView) => words.deadline(format.end(round.closesAt))
  const goOn = (round: RoundView, label: string): CardAction => ({
    label,
    act: () => {
      const draft = app.drafts.byRound.peek().get(round.number)
      if (draft) resume(app, draft)
    },
  })
  const begin = (round: RoundView): CardAction => ({
    label: words.start,
    act: () => start(app, round.number),
  })
  switch (state.kind) {
    case "loading":
      return { title: words.loading.title, body: [], busy: true }
    case "slow":
      return { title: words.loading.title, body: [words.loading.slow], busy: true }
    case "load-failed":
      return { title: words.loadFailed.title, body: [words.loadFailed.body], first: retry }
    case "offline-empty":
      return { title: words.offlineEmpty.title, body: [words.offlineEmpty.body], first: retry }
    case "standalone":
      return {
        title: words.standalone.title,
        body: [words.standalone.body, deadline(state.round)],
        first: { label: words.openHost, act: () => openHost(app) },
        second: practise,
      }
    case "no-identity":
      return {
        title: signInFault(words, state.refusal).title,
        body: [signInFault(words, state.refusal).body, deadline(state.round)],
        first: { label: state.refusal ? words.signInAgain : words.signIn, act: () => signIn(app) },
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
        title: words.notEligible.title,
        body: [...(state.reason ? [words.notEligible.reasons[state.reason]] : []), words.notEligible.rest],
        first: rules,
        second: { label: words.reportData, to: { screen: "complaint", kind: "personal-data" } },
      }
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
    case "in-progress":
      return {
        title: words.inProgress.title,
        body: [words.inProgress.body(state.progress.answered, state.progress.of), deadline(state.round)],
        first: goOn(state.round, words.resumeFrom(state.progress.step)),
      }
    case "offline-ready":
      return {
        title: words.offlineReady.title,
        body: [words.offlineReady.body, deadline(state.round)],
        first: goOn(state.round, words.resume),
      }
    case "closing-soon":
      return {
        title: words.closingSoon.title(Math.floor(state.minutesLeft / 60), state.minutesLeft % 60),
        body: [words.closingSoon.body, deadline(state.round)],
        first: state.progress ? goOn(state.round, words.resume) : begin(state.round),
      }
    case "entry":
      return entryCard(app, state.round, state.entry)
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
        ...(state.entered && { first: { label: words.seeMyEntries, to: { screen: "my-entries" } } }),
      }
    case "results-published":
      return publishedCard(app, state)
    case "results-revised":
      return revisedCard(app, state)
  }
}

type PublishedState = HomeState & { kind: "results-published" | "results-revised" }

/** What was changed in words as soon as it is known, else that something was. */
function revisedCard(app: App, state: PublishedState): Card {
  const { resultsRevised } = app.words.card.value
  const { round } = state
  const news = app.revised.value
  const { body, first } = publishedCard(app, state)
  return {
    title: resultsRevised.title(round.number),
    body: [(news?.round === round.number && news.sentence()) || resultsRevised.body, ...body],
    first: { label: resultsRevised.see, to: { screen: "revisions", round: round.number } },
    ...(first && { second: first }),
  }
}

function publishedCard(app: App, { round, result, prediction }: PublishedState): Card {
  const { resultsPublished } = app.words.card.value
  const { number } = app.format.value
  const questions = app.contest.view.value?.paper.questions ?? 15
  return {
    title: resultsPublished.title(round.number),
    body: result
      ? [
          resultsPublished.allCorrect(number(result.allCorrect), questions),
          ...(prediction === null
            ? []
            : [resultsPublished.own(result.correct, number(prediction), number(result.predictionError))]),
        ]
      : [],
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
