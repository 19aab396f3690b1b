import { completeApp } from "./app/completeApp.ts"
import type { createFront, FrontDeps } from "./app/createFront.ts"
import { follow } from "./app/follow.ts"
import { inFirstPause } from "./app/inFirstPause.ts"
import { prepare } from "./app/prepare.ts"
import { isEntering } from "./app/routing/isEntering.ts"
import { localDraftStore } from "./app/state/draftStore.ts"
import { type KeyValue, readJson, writeJson } from "./app/state/storage.ts"
import { connectHost } from "./bridge/connectHost.ts"
import type { Host } from "./bridge/host.ts"
import { browserSurroundings } from "./bridge/surroundings.ts"
import { chooseApi } from "./client/chooseApi.ts"
import type { ContestApi } from "./client/contestApi.ts"
import { fault } from "./client/read.ts"
import { readConfig as readConfigJson } from "./client/readConfig.ts"
import { trustedZones } from "./contest/trustedZones.ts"
import { type ClientConfig, miniAppId } from "./contract/clientConfig.ts"
import { sha256 } from "./contract/hash.ts"
import { openOutbox } from "./openOutbox.ts"

// The second half of the page's composition root, in a script of its own: everything outside that the page talks to, and
// the citizen. main.tsx draws the first screen and fetches this meanwhile.

/** The contest service. */
export function openApi(config: ClientConfig): ContestApi {
  return chooseApi(config)
}

/** What comes later is fetched in the first pause this long. */
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

/** The whole app around the first screen. `painted`: that is on the glass. */
export function openApp(
  front: ReturnType<typeof createFront>,
  outside: FrontDeps,
  painted: Promise<void>,
): void {
  const { config, host, storage, told } = outside
  // The service that has written it has read it from a contest that it checked.
  if (told) trustedZones.add(told.contest.timeZone)
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
  prepare(app)
  // Who has tapped already goes first.
  outside.after(0, () => {
    // The host may drop its splash.
    Promise.all([host, painted]).then(([reached]) => reached.ready(), ignore)
    const know = untilDone(async () => {
      const [{ knowCitizen }] = await Promise.all([import("./app/knowCitizen.ts"), app.words.citizen.load()])
      knowCitizen(app)
    })
    const attend = untilDone(async () => (await import("./app/followEntries.ts")).followEntries(app))
    // The home screen learns of the citizen; who has gone on to enter has no need of that until they come back.
    const goOn = () => {
      attend()
      if (!isEntering(app.router.route.peek())) know()
    }
    app.router.route.subscribe(goOn)
    // At once, and at every news of the contest: what did not come is sent for again.
    app.contest.view.subscribe((view) => {
      goOn()
      if (!view) return
      outbox
        .then((opened) => opened.care())
        .then((care) => care.learnRounds(view.id, view.rounds, app.clock.heardNow()))
        .catch(ignore)
    })
  })
  inFirstPause(window, outside.after, quietMs, () => {
    import("./app/afterwards.ts").then(({ afterwards }) => afterwards(app)).catch(ignore)
  })
}

/** Does the work at the first call; what failed is left to the next one. */
function untilDone(work: () => Promise<unknown>): () => void {
  let isBegun = false
  return () => {
    if (isBegun) return
    isBegun = true
    work().catch(() => {
      isBegun = false
    })
  }
}

// Without a configuration there is neither; the contest's state says so. Care that did not come is sent for again.
const ignore = () => undefined
