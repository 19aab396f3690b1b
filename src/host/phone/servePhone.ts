import type { HostHandlers } from "../../bridge/hostKit/handlers.ts"
import { type MiniApp, serveMiniApp } from "../../bridge/hostKit/serveMiniApp.ts"
import type { StoreBacking } from "../../bridge/hostKit/store.ts"
import type { HostLogLine } from "../../bridge/hostKit/tap.ts"
import type { Transport } from "../../bridge/transport.ts"
import { miniAppId } from "../../contract/clientConfig.ts"
import { faultInjector } from "../faults/faultInjector.ts"
import type { Faults } from "../faults/faultRule.ts"
import { hostOfFaults } from "../faults/hostOfFaults.ts"
import { newerHost } from "../faults/newerHost.ts"
import { seededRandom } from "../faults/seededRandom.ts"
import type { IdentityDesk } from "../persona/identityDesk.ts"
import type { Scenario } from "../scenario/scenario.ts"

export type PhoneParts = {
  endpoint: Transport
  scenario: Scenario
  faults: Faults
  desk: IdentityDesk
  handlers: Omit<HostHandlers, "identity">
  store: StoreBacking
  /** The phone's time of day, milliseconds since 1970. */
  now(): number
  after(ms: number, run: () => void): void
  log(line: HostLogLine): void
  /** Told in one sentence of each fault that strikes. */
  remark(text: string): void
  /** Told when the handler turns null (`true`) and comes back (`false`). */
  gone?: (gone: boolean) => void
}

/** The host of one phone, from the opening of the app to its end: the kit that integrators get, broken by rules. */
export function servePhone(parts: PhoneParts): MiniApp {
  const { scenario, faults, desk, remark } = parts
  const injector = faultInjector({
    rules: faults.rules,
    random: seededRandom(scenario.seed),
    after: parts.after,
    struck: (rule, frame) =>
      remark(`fault ${rule.source} strikes ${frame.method ?? "?"} #${frame.nth} (${frame.kind})`),
    gone(gone) {
      remark(gone ? "the handler is null now" : "the handler is back")
      parts.gone?.(gone)
    },
  })
  const app = serveMiniApp({
    endpoint: parts.endpoint,
    host: { name: "Hue-S (mock)", version: "1.0", platform: "host page" },
    appId: miniAppId,
    ...hostOfFaults(faults),
    context: scenario.context,
    identity: desk.first,
    handlers: { ...parts.handlers, identity: desk.handler },
    launch: { source: "tile", ...(scenario.launch !== null && { path: scenario.launch }) },
    store: parts.store,
    now: () => new Date(parts.now()).toISOString(),
    intercept: faults.host === "newer" ? newerHost(injector) : injector,
    log: parts.log,
  })
  desk.onChange((state) => app.setIdentity(state))
  return app
}
