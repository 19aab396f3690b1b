import type { ContestStore } from "../store/contestStore.ts"

/** More than this is not remembered: contests, and papers by round and division. */
const most = 200

/**
 * A store that asks for a contest and for a paper at most once in `forMs` milliseconds: every request needs both, and they
 * change a few times in a contest's life. So a change (a deadline extended, a paper loaded) is seen that much later.
 * `timer`: milliseconds that only go forward.
 */
export function rememberingStore(
  store: ContestStore,
  forMs = 1000,
  timer: () => number = () => performance.now(),
): ContestStore {
  const contests = remembered(store.contest, forMs, timer)
  const papers = remembered(store.paper, forMs, timer)
  return { ...store, contest: contests, paper: papers }
}

function remembered<Asked extends readonly (string | number)[], Found>(
  ask: (...asked: Asked) => Promise<Found | null>,
  forMs: number,
  timer: () => number,
): (...asked: Asked) => Promise<Found | null> {
  const known = new Map<string, { found: Promise<Found | null>; until: number }>()
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
