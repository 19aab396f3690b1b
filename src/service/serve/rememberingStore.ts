import type { ContestStore } from "../store/contestStore.ts"

/** Of one kind more than this is not remembered. */
const most = 200

/** Entrants are counted through all entries of a contest: their number is remembered so many times longer. */
const countedForTimes = 10

/**
 * A store that asks for a contest and for papers at most once in `forMs` milliseconds: every request needs them, and they
 * change a few times in a contest's life. So a change (a deadline extended, a paper loaded) is seen that much later; how
 * many entrants there are so far, ten times that. `timer`: milliseconds that only go forward.
 */
export function rememberingStore(
  store: ContestStore,
  forMs = 1000,
  timer: () => number = () => performance.now(),
): ContestStore {
  const contest = remembered(store.contest, forMs, timer)
  const paper = remembered(store.paper, forMs, timer)
  const papers = remembered(store.papers, forMs, timer)
  const entrants = remembered(store.entrants, forMs * countedForTimes, timer)
  return { ...store, contest, paper, papers, entrants }
}

function remembered<Asked extends readonly (string | number)[], Found>(
  ask: (...asked: Asked) => Promise<Found>,
  forMs: number,
  timer: () => number,
): (...asked: Asked) => Promise<Found> {
  const known = new Map<string, { found: Promise<Found>; until: number }>()
  return (...asked) => {
    const name = JSON.stringify(asked)
    const kept = known.get(name)
    if (kept && timer() < kept.until) return kept.found
    const found = ask(...asked)
    if (known.size >= most) known.clear()
    const fresh = { found, until: timer() + forMs }
    known.set(name, fresh)
    const forget = () => {
      if (known.get(name) === fresh) known.delete(name)
    }
    // What is not there may come at any moment, and a failure is nothing to remember; whoever asked gets it all the same.
    found.then((one) => one === null && forget(), forget)
    return found
  }
}
