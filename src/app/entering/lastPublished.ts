import type { App } from "../createApp.ts"
import type { Draft } from "../state/draft.ts"

/** How many people had everything right in the round. */
export type LastTrueNumber = { round: number; allCorrect: number }

/** As `lastTrueNumber`, in a script of its own. */
export async function lastPublished(app: App, { round, division }: Draft): Promise<LastTrueNumber | null> {
  const view = app.contest.view.peek()
  const before = view?.rounds.filter(({ phase, number }) => phase === "published" && number < round).at(-1)
  if (!view || !before) return null
  const outcome = await app.published.results(view.id, before.number, division)
  return outcome.ok ? { round: before.number, allCorrect: outcome.value.report.allCorrect } : null
}
