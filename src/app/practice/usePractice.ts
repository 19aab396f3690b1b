import type { App } from "../createApp.ts"
import { useOutcome } from "../screens/useOutcome.ts"
import { readJson, writeJson } from "../state/storage.ts"
import type { PracticeQuestion } from "./practiceRun.ts"

type Kept = { contest: string; questions: readonly PracticeQuestion[] }

const key = "hues.practice"

/**
 * The practice questions: those kept on the phone at once, then what the service says. They are the same for everybody,
 * and kept by the page itself, as not every webview has a worker. `questions` null: none yet, `failed` says whether
 * asking is over.
 */
export function usePractice(app: App): {
  questions: readonly PracticeQuestion[] | null
  failed: boolean
  retry: () => void
} {
  const contest = app.contest.view.value?.id ?? ""
  const { outcome, retry } = useOutcome(() => askAndKeep(app, contest), contest)
  if (outcome?.ok) return { questions: outcome.value.questions, failed: false, retry }
  const kept = readJson<Kept>(app.deps.storage, key)
  const questions = kept?.contest === contest ? kept.questions : null
  return { questions, failed: outcome !== null && !questions, retry }
}

async function askAndKeep(app: App, contest: string) {
  const outcome = await app.published.practice(contest)
  if (outcome.ok) {
    const kept: Kept = { contest, questions: outcome.value.questions }
    writeJson(app.deps.storage, key, kept)
  }
  return outcome
}
