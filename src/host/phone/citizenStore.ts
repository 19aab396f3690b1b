import type { StoreBacking } from "../../bridge/hostKit/store.ts"

/** A phone's host keeps the strings of each citizen apart; nobody signed in has a place of their own. */
export function citizenStore(citizen: () => string | null): StoreBacking {
  const kept = new Map<string | null, Map<string, string>>()
  const own = () => {
    const id = citizen()
    const found = kept.get(id) ?? new Map<string, string>()
    kept.set(id, found)
    return found
  }
  return {
    get: (key) => own().get(key),
    set: (key, value) => own().set(key, value),
    delete: (key) => own().delete(key),
    entries: () => own().entries(),
  }
}
