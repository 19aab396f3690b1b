import { effect } from "@preact/signals-core"
import type { App } from "./createApp.ts"

/**
 * While the card shows published results, asks once whether they were revised since, and again when one's own result has
 * another revision. Nothing waits for it. Returns the function that stops.
 */
export function followRevisions(app: App): () => void {
  let asked = ""
  return effect(() => {
    const state = app.home.value
    if (state.kind !== "results-published" && state.kind !== "results-revised") return
    const { round, result } = state
    const key = `${round.number} ${result?.revision}`
    if (key === asked) return
    asked = key
    import("./revisions/tellRevision.ts")
      .then(({ tellRevision }) => tellRevision(app, round.number))
      .catch(() => {
        // The script did not come: the card says it in general words, if one's own result tells of a revision.
        asked = ""
      })
  })
}
