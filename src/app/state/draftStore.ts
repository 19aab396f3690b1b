import { type Draft, draftVersion } from "./draft.ts"
import { type KeyValue, readJson, writeJson } from "./storage.ts"

/** Where drafts live between two openings. Synchronous: a tap is kept before the next one can come. */
export interface DraftStore {
  /** False when the draft could not be kept: it then lives only as long as the page. */
  save(draft: Draft): boolean
  /** All drafts of one owner in one contest, as far as they can be read. */
  all(contest: string, owner: string): Draft[]
  /** Forgets a round's drafts of every owner: its results are out. */
  removeRound(contest: string, round: number): void
}

const prefixOf = (contest: string) => `hues.draft.${contest}.`

/**
 * Drafts in localStorage, one key for each contest, round and owner. The questions, nine tenths of it, lie under the
 * paper's own key: a tap writes the answers only. `storage` null: nothing can be kept.
 */
export function localDraftStore(storage: KeyValue | null): DraftStore {
  /** Keys of the papers that this page has kept. */
  const papers = new Set<string>()
  return {
    save({ questions, ...draft }) {
      const key = `${prefixOf(draft.contest)}${draft.round}.`
      const paper = key + draft.paperHash
      if (!papers.has(paper)) {
        if (!writeJson(storage, paper, questions)) return false
        papers.add(paper)
      }
      return writeJson(storage, key + draft.owner, draft)
    },
    all(contest, owner) {
      const prefix = prefixOf(contest)
      return keysUnder(storage, prefix)
        .map((key) => readJson<Omit<Draft, "questions"> & Partial<Draft>>(storage, key))
        .flatMap((draft) => {
          if (draft?.version !== draftVersion || draft.owner !== owner) return []
          // Before the paper had a key of its own, its questions were in the draft.
          const questions =
            draft.questions ??
            readJson<Draft["questions"]>(storage, `${prefix}${draft.round}.${draft.paperHash}`)
          return questions ? [{ ...draft, questions }] : []
        })
    },
    removeRound(contest, round) {
      papers.clear()
      for (const key of keysUnder(storage, `${prefixOf(contest)}${round}.`)) storage?.removeItem(key)
    },
  }
}

/** The keys that begin with `prefix`. */
function keysUnder(storage: KeyValue | null, prefix: string): string[] {
  const keys: string[] = []
  for (let index = 0; index < (storage?.length ?? 0); index++) {
    const key = storage?.key(index)
    if (key?.startsWith(prefix)) keys.push(key)
  }
  return keys
}
