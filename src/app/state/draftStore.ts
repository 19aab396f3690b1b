import { type Draft, draftVersion } from "./draft.ts"
import { type KeyValue, readJson, writeJson } from "./storage.ts"

/** Where drafts live between two openings. Synchronous: a tap is kept before the next one can come. */
export interface DraftStore {
  /** False when the draft could not be kept: it then lives only as long as the page. */
  save(draft: Draft): boolean
  /** All drafts of one owner in one contest. */
  all(contest: string, owner: string): Draft[]
  /** Forgets a round's drafts of every owner: its results are out. */
  removeRound(contest: string, round: number): void
}

const prefixOf = (contest: string) => `hues.draft.${contest}.`

/** Drafts in localStorage, one key for each contest, round and owner. `storage` null: nothing can be kept. */
export function localDraftStore(storage: KeyValue | null): DraftStore {
  return {
    save: (draft) => writeJson(storage, `${prefixOf(draft.contest)}${draft.round}.${draft.owner}`, draft),
    all(contest, owner) {
      return keysUnder(storage, prefixOf(contest))
        .map((key) => readJson<Draft>(storage, key))
        .filter((draft): draft is Draft => draft?.version === draftVersion && draft.owner === owner)
    },
    removeRound(contest, round) {
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
