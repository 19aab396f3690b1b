import "./app/tokens.css"
import "./app/base.css"
import { createApp } from "./app/createApp.ts"
import { follow } from "./app/follow.ts"
import { mountApp } from "./app/mountApp.tsx"
import { prepare } from "./app/prepare.ts"
import { localDraftStore } from "./app/state/draftStore.ts"
import { openStorage } from "./app/state/storage.ts"

// What this page can use before anybody has answered.
const storage = openStorage(() => window.localStorage)
const configText = fetch("./config.json").then((answer) => answer.text())

// What it talks to comes in the second script: the deployment's configuration, the host, the service, the outbox.
const ports = import("./ports.ts")
const config = ports.then(({ readConfig }) => readConfig(configText, storage))
const host = ports.then(async ({ openHost }) => openHost(await config.catch(() => null)))
const api = ports.then(async ({ chooseApi }) => chooseApi(await config))
const outbox = ports.then(async ({ openOutbox }) => openOutbox(await config, host))

const app = createApp({
  config,
  host,
  api,
  outbox,
  drafts: localDraftStore(storage),
  storage,
  audience: ports.then(({ miniAppId }) => miniAppId),
  phoneNow: () => performance.timeOrigin + performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  random32: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  sha256: (text) => ports.then(({ sha256 }) => sha256(text)),
  ...("speechSynthesis" in window && { speech: window }),
  restart: () => location.reload(),
  window,
  root: document.documentElement,
})

// The first screen; from here on the app follows what happens around it.
follow(app, window)
void mountApp(app, document.getElementById("app") ?? document.body).then(afterFirstPaint)

/** The host may drop its splash, and what comes next is fetched while the citizen reads. */
function afterFirstPaint(): void {
  host.then(
    (reached) => reached.ready(),
    () => undefined,
  )
  prepare(app)
  app.contest.view.subscribe((view) => {
    if (!view) return
    Promise.all([ports, outbox]).then(
      ([{ learnRounds }, opened]) => learnRounds(opened, view.id, view.rounds, app.clock.heardNow()),
      // No script, no outbox: nothing to tell.
      () => undefined,
    )
  })
  // A package is on the phone already, and its host opens it without network.
  if (import.meta.env.MODE === "production")
    void import("./app/installWorker.ts").then(({ installWorker }) => installWorker(app))
}
