import { effect } from "@preact/signals-core"
import type { App } from "./createApp.ts"

/** Fetches ahead, while the citizen reads the home card: the paper of the open round. */
export function prepare(app: App): void {
  effect(() => {
    const state = app.home.value
    const divisions = app.contest.view.value?.divisions ?? []
    // With several divisions only the ticket tells whose paper it is.
    const [only, ...others] = divisions
    if (state.kind !== "open" || !only || others.length > 0) return
    void app.published
      .paper(app.contest.view.value?.id ?? "", state.round.number, only.id)
      .catch(() => undefined)
  })
}
