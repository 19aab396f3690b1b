import { completeApp } from "./app/completeApp.ts"
import type { createFront, FrontDeps } from "./app/createFront.ts"
import { follow } from "./app/follow.ts"
import { prepareLaterScreens } from "./app/LaterScreen.tsx"
import { prepare } from "./app/prepare.ts"
import { localDraftStore } from "./app/state/draftStore.ts"
import { type KeyValue, readJson, writeJson } from "./app/state/storage.ts"
import { connectHost } from "./bridge/connectHost.ts"
import type { Host } from "./bridge/host.ts"
import { browserSurroundings } from "./bridge/surroundings.ts"
import { chooseApi, choosePutEntry } from "./client/chooseApi.ts"
import type { ContestApi } from "./client/contestApi.ts"
import type { Ahead } from "./client/fetchAhead.ts"
import { fault } from "./client/read.ts"
import { readConfig as readConfigJson } from "./client/readConfig.ts"
import { takeAhead } from "./client/takeAhead.ts"
import { trustZone } from "./contest/knownZone.ts"
import { type ClientConfig, miniAppId } from "./contract/clientConfig.ts"
import { sha256 } from "./contract/hash.ts"
import { broadcastAnnouncer } from "./outbox/announcer.ts"
import { createOutbox, type PageOutbox } from "./outbox/createOutbox.ts"
import { idbStore } from "./outbox/idbStore.ts"
import { learnRounds } from "./outbox/learnRounds.ts"
import { localMirror } from "./outbox/localMirror.ts"
import { chooseLock } from "./outbox/lock.ts"
import { realAfter } from "./outbox/timer.ts"
import { startTriggers } from "./outbox/triggers.ts"
import { valueMirror } from "./outbox/valueMirror.ts"

// The second half of the page's composition root, in a script of its own: everything outside that the page talks to, and
// the citizen. main.tsx draws the first screen and fetches this meanwhile.

/** The contest service; what was asked ahead is not asked again. */
export function openApi(config: ClientConfig, ahead: readonly Ahead[], nowMs: () => number): ContestApi {
  return chooseApi(
    config,
    takeAhead(ahead, (...request) => fetch(...request), nowMs),
  )
}

/** A citizen who goes on at once has the network and the processor for that; then what comes later is fetched. */
const quietMs = 3000

const configKey = "hues.config"

/**
 * The configuration, from the page or the `config.json` beside it, validated; without network what it said last time.
 * Rejects when there is neither, or when it is no configuration.
 */
export async function readConfig(json: Promise<unknown>, storage: KeyValue | null): Promise<ClientConfig> {
  try {
    const config = readConfigJson(await json)
    if (config === fault) throw new Error("config.json is no configuration of this app")
    writeJson(storage, configKey, config)
    return config
  } catch (reason) {
    const kept = readJson<ClientConfig>(storage, configKey)
    if (kept) return kept
    throw reason
  }
}

/** Finds the host around the page, or that there is none. `config` null: none could be had, so no page may embed. */
export function openHost(config: ClientConfig | null): Promise<Host> {
  return connectHost({
    ...browserSurroundings(window),
    app: { id: miniAppId, version: import.meta.env.APP_VERSION },
    wants: ["store", "share"],
    hostOrigins: config?.hostOrigins ?? [],
    allowLoopbackHttp: config?.allowLoopbackHosts,
  })
}

/** The whole app around the first screen, which is on the glass by now. */
export function openApp(front: ReturnType<typeof createFront>, outside: FrontDeps): void {
  const { config, host, storage, told } = outside
  // The service that has written it has read it from a contest that it checked.
  if (told) trustZone(told.contest.timeZone)
  const outbox = config.then((known) => openOutbox(known, host))
  const app = completeApp(front, {
    ...outside,
    outbox,
    drafts: localDraftStore(storage),
    audience: Promise.resolve(miniAppId),
    random32: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    sha256,
    ...("speechSynthesis" in window && { speech: window }),
  })
  follow(app, window)
  app.contest.view.subscribe((view) => {
    if (view) outbox.then((opened) => learnRounds(opened, view.id, view.rounds, app.clock.heardNow()), ignore)
  })
  // The host may drop its splash.
  host.then((reached) => reached.ready(), ignore)
  void import("./app/knowCitizen.ts").then(({ knowCitizen }) => knowCitizen(app)).catch(ignore)
  prepare(app)
  outside.after(quietMs, () => {
    void prepareLaterScreens(app)
    if (import.meta.env.MODE === "production")
      void import("./app/installWorker.ts").then(({ installWorker }) => installWorker(app), ignore)
  })
}

// Without a configuration there is neither; the contest's state says so.
const ignore = () => undefined

/** The outbox of this page with everything that makes it deliver; the host's store joins it once it is granted. */
export function openOutbox(config: ClientConfig, host: Promise<Host>): PageOutbox {
  const now = Date.now
  const after = realAfter
  const store = idbStore()
  const outbox = createOutbox({
    store,
    lock: chooseLock({ locks: navigator.locks, store, holder: crypto.randomUUID(), now, after }),
    putEntry: choosePutEntry(config),
    now,
    random: Math.random,
    after,
    mirrors: [localMirror(() => window.localStorage)],
    announcer: broadcastAnnouncer(
      "BroadcastChannel" in window ? (name) => new BroadcastChannel(name) : undefined,
    ),
    newId: () => crypto.randomUUID(),
  })
  void host.then((reached) => {
    if (reached.can("store")) void outbox.addMirror(valueMirror(hostText(reached)))
    reached.on("visibility", (state) => state === "visible" && void outbox.deliver())
  })
  startTriggers({ outbox, page: window, now, after })
  return outbox
}

/** The outbox's one text in the host's store. */
function hostText(host: Host) {
  return {
    async get() {
      const found = await host.storeGet("outbox")
      if (!found.ok) throw new Error(found.error.reason)
      return found.value
    },
    async set(text: string) {
      const stored = await host.storeSet("outbox", text)
      if (!stored.ok) throw new Error(stored.error.reason)
    },
  }
}
