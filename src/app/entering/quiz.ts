import type { App } from "../createApp.ts"
import { readPrediction } from "../format/readPrediction.ts"
import type { Draft } from "../state/draft.ts"

/** Keeps a choice at once, before anything else can happen. */
export function choose(app: App, draft: Draft, questionId: string, optionId: string): void {
  app.drafts.save({ ...draft, answers: { ...draft.answers, [questionId]: optionId } })
}

/** Keeps the prediction as typed. */
export function typePrediction(app: App, draft: Draft, predictionText: string): void {
  app.drafts.save({ ...draft, predictionText })
}

/** Remembers where the citizen is, so that opening again leads there. */
export function arriveAt(app: App, draft: Draft, step: number): void {
  const reviewed = draft.reviewed || step === draft.questions.length + 2
  if (draft.step !== step || draft.reviewed !== reviewed) app.drafts.save({ ...draft, step, reviewed })
}

/** From a question (1..questions) to the next one, the prediction after the last, or back to the review. */
export function goOnFrom(app: App, { round, questions, reviewed }: Draft, step: number): void {
  if (reviewed) app.router.go({ screen: "review", round })
  else if (step < questions.length) app.router.go({ screen: "question", round, step: step + 1 })
  else app.router.go({ screen: "prediction", round })
}

/** The prediction as a number; null while it is none. */
export function predictionOf(app: App, draft: Draft): number | null {
  const read = readPrediction(draft.predictionText, app.contest.view.peek()?.prediction.max ?? 999_999)
  return read.ok ? read.value : null
}

/** Seals the answers and sends them. Gives "incomplete" and does nothing while something is missing. */
export async function submit(app: App, draft: Draft) {
  const prediction = predictionOf(app, draft)
  const view = app.contest.view.peek()
  const isComplete = draft.questions.every(({ id }) => draft.answers[id] !== undefined)
  if (prediction === null || !isComplete || !view) return "incomplete"
  app.clock.tick()
  return app.entries.seal({
    contest: draft.contest,
    round: draft.round,
    owner: draft.owner,
    ticket: draft.ticket,
    ticketExpiresAt: draft.ticketExpiresAt,
    serviceOffsetMs: app.clock.offsetMs(),
    body: {
      answers: draft.answers,
      prediction,
      paperHash: draft.paperHash,
      rulesVersion: view.rulesVersion,
      answeredAt: new Date(app.clock.now.peek()).toISOString(),
    },
  })
}
