import { type ReadonlySignal, signal } from "@preact/signals-core"
import type { Practice } from "../../contract/practice.ts"
import type { App } from "../createApp.ts"

export type PracticeQuestion = Practice["questions"][number]

/** A practice run: in the page's memory only. Nothing of it is kept, sent, or ever near a draft. */
export type PracticeRun = {
  /** Answered option id by question id: once answered, an answer stays until the run begins anew. */
  answers: ReadonlySignal<Readonly<Record<string, string>>>
  answer(questionId: string, optionId: string): void
  /** True once, right after the question was answered: coming back to it is no news. */
  isNews(questionId: string): boolean
  /** 32 random bits: this run's order of options. */
  optionSeed: number
}

const runs = new WeakMap<App, { generation: number; run: PracticeRun }>()

/** The run under way in this page; a new one for another citizen. */
export function practiceRun(app: App): PracticeRun {
  const generation = app.session.generation.value
  const known = runs.get(app)
  return known?.generation === generation ? known.run : beginPractice(app)
}

/** Begins a run: no answers, another order of options. */
export function beginPractice(app: App): PracticeRun {
  const answers = signal<Readonly<Record<string, string>>>({})
  let news: string | null = null
  const run: PracticeRun = {
    answers,
    answer(questionId, optionId) {
      if (answers.peek()[questionId] !== undefined) return
      news = questionId
      answers.value = { ...answers.peek(), [questionId]: optionId }
    },
    isNews(questionId) {
      const isNew = news === questionId
      news = null
      return isNew
    },
    optionSeed: app.deps.random32(),
  }
  runs.set(app, { generation: app.session.generation.peek(), run })
  return run
}

/** How a run stands over these questions. */
export function practiceScore(
  questions: readonly PracticeQuestion[],
  answers: Readonly<Record<string, string>>,
): { right: number; answered: number; of: number } {
  const chosen = questions.filter(({ id }) => answers[id] !== undefined)
  const right = chosen.filter(({ id, accepted }) => accepted.includes(answers[id] ?? "")).length
  return { right, answered: chosen.length, of: questions.length }
}
