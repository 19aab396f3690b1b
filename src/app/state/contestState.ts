import { computed, type ReadonlySignal, signal } from "@preact/signals-core"
import type { ContestApi } from "../../client/contestApi.ts"
import type { ContestView } from "../../contract/contestView.ts"
import type { ToldContest } from "../../contract/told.ts"
import type { Place } from "../format/dates.ts"
import type { Ask } from "./ask.ts"
import { type KeyValue, readJson, writeJson } from "./storage.ts"

export type LoadState = "loading" | "slow" | "ready" | "failed"

/** The contest as the service last described it. */
export type ContestState = {
  view: ReadonlySignal<ContestView | null>
  load: ReadonlySignal<LoadState>
  /** Where the contest takes place, for its dates. */
  zone: ReadonlySignal<Omit<Place, "weekdays">>
  /** Asks the service again; what is on the screen stays until the answer is there. The first time, what the page was told is news enough. */
  reload(): Promise<void>
}

export type ContestParts = {
  /** Id of the contest; rejects when the page could not learn its surroundings. */
  contestId: Promise<string>
  api: Promise<ContestApi>
  ask: Ask
  storage: KeyValue | null
  /** What the service has written into the page. */
  told: ToldContest | null
  /** Begins the page anew. */
  restart(): void
  /** Runs once after `ms`. */
  after(ms: number, run: () => void): void
}

/** What the last opening learned. `utcOffset` is missing where its page was told nothing. */
type KeptView = ContestView & Partial<Pick<ToldContest, "utcOffset">>

const key = "hues.view"
const slowMs = 5000

/** Shows at once what the page brought and what the last opening kept, then the service's answer. */
export function createContestState({
  contestId,
  api,
  ask,
  storage,
  told,
  after,
  restart,
}: ContestParts): ContestState {
  const first: KeptView | null = told ?? readJson<KeptView>(storage, key)
  const view = signal<ContestView | null>(first)
  const zone = computed(() => {
    const timeZone = view.value?.timeZone ?? "Asia/Ho_Chi_Minh"
    return { timeZone, utcOffset: timeZone === first?.timeZone ? (first.utcOffset ?? null) : null }
  })
  const load = signal<LoadState>(view.peek() ? "ready" : "loading")

  let isNews = told !== null
  let isBroken = false
  const fail = () => {
    if (!view.peek()) load.value = "failed"
  }
  const keep = (learned: ContestView) => {
    view.value = learned
    load.value = "ready"
    writeJson(storage, key, { ...learned, utcOffset: zone.peek().utcOffset })
  }
  const reload = async () => {
    if (!view.peek()) {
      load.value = "loading"
      after(slowMs, () => {
        if (load.peek() === "loading") load.value = "slow"
      })
    }
    const id = await contestId
    // Packed for another contest since the last opening.
    if (view.peek()?.id !== id) view.value = null
    const known = view.peek()
    if (isNews && known) {
      isNews = false
      return keep(known)
    }
    const outcome = await ask((await api).contest(id))
    if (outcome.ok) keep(outcome.value)
    else fail()
  }
  return {
    view,
    load,
    zone,
    async reload() {
      if (isBroken) return restart()
      await reload().catch(() => {
        // The page could not learn its surroundings, or a script did not come: asking the service again is no help.
        isBroken = !view.peek()
        fail()
      })
    },
  }
}
