import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals"
import type { AppDeps } from "./deps.ts"
import { createFormat, type Format } from "./format/format.ts"
import { type Barred, type HomeState, homeState } from "./home/homeState.ts"
import { createRouter, type Router } from "./routing/router.ts"
import { type Appearance, createAppearance } from "./state/appearance.ts"
import { type Ask, createAsk } from "./state/ask.ts"
import { type ContestState, createContestState } from "./state/contestState.ts"
import { createDrafts, type Drafts } from "./state/drafts.ts"
import { createEntries, type Entries } from "./state/entries.ts"
import { createNetwork, type Network } from "./state/network.ts"
import { createOwners } from "./state/owners.ts"
import { createPublished, type Published } from "./state/published.ts"
import { createServiceClock, type ServiceClock } from "./state/serviceClock.ts"
import { createSession, type Session } from "./state/session.ts"
import { createStatus, type Status } from "./state/status.ts"
import { readJson, writeJson } from "./state/storage.ts"
import { createWords, type WordsState } from "./words/words.ts"

/** The app's state and what can be done with it. Screens read its signals and call its actions. */
export type App = {
  deps: AppDeps
  contest: ContestState
  session: Session
  clock: ServiceClock
  network: Network
  router: Router
  drafts: Drafts
  entries: Entries
  published: Published
  status: Status
  appearance: Appearance
  words: WordsState
  ask: Ask
  home: ReadonlySignal<HomeState>
  format: ReadonlySignal<Format>
  /** Set when a new version waits: takes it and begins anew. Offered on the home screen only, never mid-quiz. */
  update: Signal<(() => void) | null>
  /** Why the service gives this citizen no ticket, if so. */
  barred: Signal<Barred | null>
  /** What was last changed about published results; `sentence` is null until the later screens' words are there. */
  revised: Signal<{ round: number; sentence(): string | null } | null>
}

const offsetKey = "hues.clock"

/** Puts the state together. Nothing here waits: what is not known yet shows as not known yet. */
export function createApp(deps: AppDeps): App {
  const { host, api, outbox, storage } = deps
  const contestId = deps.config.then(({ contest }) => contest)
  const clock = createServiceClock(deps.phoneNow, readJson<number>(storage, offsetKey))
  const network = createNetwork()
  const ask = createAsk(clock, network)
  const contest = createContestState({
    contestId,
    api,
    ask,
    storage,
    after: deps.after,
    restart: deps.restart,
  })
  const session = createSession({
    host,
    owners: createOwners(storage, deps.sha256),
    audience: deps.audience,
    minAssurance: () => contest.view.peek()?.eligibility.minAssurance,
    now: () => {
      clock.tick()
      return clock.now.peek()
    },
  })
  const entries = createEntries({ contestId, api, outbox, session, ask })
  const drafts = createDrafts(
    deps.drafts,
    computed(() => contest.view.value?.id ?? null),
    session.owner,
  )
  const appearance = createAppearance(host, storage, deps.root)
  const barred = signal<Barred | null>(null)
  const revised: App["revised"] = signal(null)

  effect(() => {
    // Another citizen may well be allowed.
    session.generation.value
    barred.value = null
  })
  effect(() => {
    for (const { number, phase } of contest.view.value?.rounds ?? [])
      if (phase === "published") drafts.forgetRound(number)
    const offset = clock.offsetMs()
    if (offset !== null) writeJson(storage, offsetKey, offset)
  })
  return {
    deps,
    contest,
    session,
    clock,
    network,
    router: createRouter(deps.window),
    drafts,
    entries,
    published: createPublished(api, ask),
    status: createStatus(),
    appearance,
    words: createWords(appearance.locale),
    ask,
    home: computed(() =>
      homeState({
        load: contest.load.value,
        view: contest.view.value,
        now: clock.now.value,
        offline: network.offline.value,
        session: session.state.value,
        refusal: session.refusal.value,
        barred: barred.value,
        revised: revised.value?.round ?? null,
        draftOf: (round) => drafts.byRound.value.get(round) ?? null,
        entryOf: entries.statusOf,
      }),
    ),
    format: computed(() => createFormat(contest.timeZone.value, appearance.locale.value)),
    update: signal(null),
    barred,
    revised,
  }
}
