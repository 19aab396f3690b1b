import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals-core"
import type { ComponentChildren } from "preact"
import type { Told } from "../contract/told.ts"
import type { AppDeps } from "./deps.ts"
import { createFormat, type Format } from "./format/format.ts"
import type { Card } from "./home/card.ts"
import { type HomeState, homeState, type OwnState } from "./home/homeState.ts"
import type { Route } from "./routing/route.ts"
import { createRouter, type Router } from "./routing/router.ts"
import { type Appearance, createAppearance } from "./state/appearance.ts"
import { type Ask, createAsk } from "./state/ask.ts"
import { type ContestState, createContestState } from "./state/contestState.ts"
import { createNetwork, type Network } from "./state/network.ts"
import { createServiceClock, type ServiceClock } from "./state/serviceClock.ts"
import { createStatus, type Status } from "./state/status.ts"
import { readJson } from "./state/storage.ts"
import { type FirstWords, viFirst } from "./words/viFirst.ts"

/** What the second script brings: every screen but the first, and the way there. */
export type Screens = {
  /** Leads to where an entry of this round begins or goes on. */
  start(round: number): Promise<void>
  show(route: Exclude<Route, { screen: "home" }>): ComponentChildren
}

/** What the third script brings to the home screen: who is there, and what is under way. */
export type Citizen = OwnState & {
  /** The card of a state that is about the citizen; null for one that is the same for everybody. */
  card(state: HomeState): Card | null
  /** Ways from the home screen that not everybody has. `shown`: the round that the card is about. */
  links(shown: number | null): { urgent: HomeLink[]; own: HomeLink[] }
  /** What the way to a round's results says where they were revised; null where they were not. */
  revisedLabel(round: number): string | null
}

export type HomeLink = { to: Route; label: string }

/** What the first script knows: the contest, the time and the network, and nobody yet. The home card needs no more. */
export type Front = {
  contest: ContestState
  clock: ServiceClock
  network: Network
  router: Router
  status: Status
  appearance: Appearance
  words: { card: ReadonlySignal<FirstWords> }
  ask: Ask
  home: ReadonlySignal<HomeState>
  format: ReadonlySignal<Format>
  /** Set when a new version waits: takes it and begins anew. Offered on the home screen only, never mid-quiz. */
  update: Signal<(() => void) | null>
  /** Null until the second script is there. */
  screens: Signal<Screens | null>
  /** Null until the third script is there. */
  citizen: Signal<Citizen | null>
  /** The other screens, once they are there. Rejects when they cannot be loaded. */
  whenOpen(): Promise<Screens>
}

/** What `createFront` needs of everything outside. */
export type FrontDeps = Pick<
  AppDeps,
  "config" | "host" | "api" | "storage" | "phoneNow" | "after" | "restart" | "window" | "root"
> & {
  /** What the service has written into the page, if it has. */
  told?: Told | null
}

export const offsetKey = "hues.clock"

/** Puts the first screen's state together. Nothing here waits: what is not known yet shows as not known yet. */
export function createFront(deps: FrontDeps) {
  const { storage } = deps
  const clock = createServiceClock(deps.phoneNow, readJson<number>(storage, offsetKey))
  const network = createNetwork()
  const ask = createAsk(clock, network)
  const contest = createContestState({
    ...deps,
    contestId: deps.config.then((config) => config.contest),
    ask,
    told: deps.told?.contest ?? null,
  })
  if (deps.told) clock.learn(deps.told.now)
  const appearance = createAppearance(deps.host, storage, deps.root)
  const words = { card: signal<FirstWords>(viFirst) }
  const screens = signal<Screens | null>(null)
  const citizen = signal<Citizen | null>(null)
  const arrival = new Promise<Screens>((resolve) => {
    effect(() => {
      if (screens.value) resolve(screens.value)
    })
  })
  return {
    contest,
    clock,
    network,
    router: createRouter(deps.window),
    status: createStatus(),
    appearance,
    words,
    ask,
    home: computed(() =>
      homeState({
        load: contest.load.value,
        view: contest.view.value,
        now: clock.now.value,
        offline: network.offline.value,
        own: citizen.value,
      }),
    ),
    format: computed(() =>
      createFormat({ ...contest.zone.value, weekdays: words.card.value.weekdays }, appearance.locale.value),
    ),
    update: signal<(() => void) | null>(null),
    screens,
    citizen,
    // Where the second script fails, so does what the service is reached by.
    whenOpen: () => deps.api.then(() => arrival),
  } satisfies Front
}
