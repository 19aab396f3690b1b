import { effect, type ReadonlySignal, signal } from "@preact/signals-core"
import type { Draft } from "./draft.ts"
import type { DraftStore } from "./draftStore.ts"

/** The drafts of the citizen who is signed in now, by round. */
export type Drafts = {
  byRound: ReadonlySignal<ReadonlyMap<number, Draft>>
  /** False once a save failed: the screen says plainly that the answers last only as long as the page. */
  kept: ReadonlySignal<boolean>
  save(draft: Draft): void
  forgetRound(round: number): void
}

/** `owner` and `contest` decide whose drafts are seen: another owner, and the old ones are gone from the screen. */
export function createDrafts(
  store: DraftStore,
  contest: ReadonlySignal<string | null>,
  owner: ReadonlySignal<string | null>,
): Drafts {
  const byRound = signal<ReadonlyMap<number, Draft>>(new Map())
  const kept = signal(true)
  effect(() => {
    const found = contest.value && owner.value ? store.all(contest.value, owner.value) : []
    byRound.value = new Map(found.map((draft) => [draft.round, draft]))
  })
  return {
    byRound,
    kept,
    save(draft) {
      kept.value = store.save(draft)
      byRound.value = new Map(byRound.peek()).set(draft.round, draft)
    },
    forgetRound(round) {
      const id = contest.peek()
      if (id !== null) store.removeRound(id, round)
      const left = new Map(byRound.peek())
      if (left.delete(round)) byRound.value = left
    },
  }
}
