import { computed, effect, type Signal, signal } from "@preact/signals-core"
import { type createFront, type Front, offsetKey } from "./createFront.ts"
import type { AppDeps } from "./deps.ts"
import type { Barred } from "./home/homeState.ts"
import { createDrafts, type Drafts } from "./state/drafts.ts"
import { createEntries, type Entries } from "./state/entries.ts"
import { createOwners } from "./state/owners.ts"
import { createPublished, type Published } from "./state/published.ts"
import { createSession, type Session } from "./state/session.ts"
import { writeJson } from "./state/storage.ts"
import { createWords, type WordsState } from "./words/words.ts"

/** The app's state and what can be done with it. Screens read its signals and call its actions. */
export type App = Omit<Front, "words"> & {
  deps: AppDeps
  session: Session
  drafts: Drafts
  entries: Entries
  published: Published
  words: WordsState
  /** Why the service gives this citizen no ticket, if so. */
  barred: Signal<Barred | null>
  /** What was last changed about published results; `sentence` is null until the later screens' words are there. */
  revised: Signal<{ round: number; sentence(): string | null } | null>
}

/** Adds what the second script knows, the citizen, to the first screen's state. Nothing here waits. */
export function createApp(front: ReturnType<typeof createFront>, deps: AppDeps): App {
  const { host, api, outbox, storage } = deps
  const { contest, clock, ask } = front
  const contestId = deps.config.then((config) => config.contest)
  const session = createSession({
    host,
    owners: createOwners(storage, deps.sha256),
    audience: deps.audience,
    minAssurance: () => contest.view.peek()?.eligibility.minAssurance,
    now: clock.heardNow,
  })
  const entries = createEntries({ contestId, api, outbox, session, ask })
  const drafts = createDrafts(
    deps.drafts,
    computed(() => contest.view.value?.id ?? null),
    session.owner,
  )
  const barred = signal<Barred | null>(null)
  const revised: App["revised"] = signal(null)
  const app: App = {
    ...front,
    deps,
    session,
    drafts,
    entries,
    published: createPublished(api, ask),
    words: createWords(front.words, front.appearance.locale),
    barred,
    revised,
  }

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
  return app
}
