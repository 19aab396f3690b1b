import { offerPort } from "../../bridge/hostKit/offerPort.ts"
import { portEndpoint } from "../../bridge/hostKit/portEndpoint.ts"
import { type BridgeWindow, globalsOf } from "../../bridge/surroundings.ts"
import type { DemoService } from "../demo/demoService.ts"
import { noFaults } from "../faults/faultRule.ts"
import { mistakeText, parseFaults } from "../faults/parseFaults.ts"
import { behaviourOf } from "../persona/behaviours.ts"
import { identityDesk } from "../persona/identityDesk.ts"
import type { Scenario } from "../scenario/scenario.ts"
import { citizenStore } from "./citizenStore.ts"
import { servePhone } from "./servePhone.ts"

/**
 * Puts the mocked host into the app's own page, as `window.__huesTransport`, without anything to be seen: whoever is
 * asked agrees. Persona, faults, seed, surface and route of the scenario hold; clock, size and network are the
 * browser's own. What crosses the wire goes to the console, tokens redacted.
 */
export function startInPage(
  window: Window & typeof globalThis,
  scenario: Scenario,
  demo: Pick<DemoService, "sign">,
): void {
  const { port1, port2 } = new MessageChannel()
  const bridgeWindow = window as unknown as BridgeWindow
  offerPort(bridgeWindow, port2)
  const globals = globalsOf(bridgeWindow)
  const offered = globals.__huesTransport ?? null
  const after = (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  }
  const parsed = parseFaults(scenario.faults)
  if (!parsed.ok) for (const mistake of parsed.mistakes) console.warn(mistakeText(mistake))
  const desk = identityDesk({
    persona: scenario.persona,
    behaviour: behaviourOf(scenario.persona),
    sign: demo.sign,
    askConsent: async () => true,
    after,
  })
  servePhone({
    endpoint: portEndpoint(port1),
    scenario,
    faults: parsed.ok ? parsed.faults : noFaults,
    desk,
    handlers: { open: () => true, share: () => true },
    store: citizenStore(desk.citizen),
    now: () => Date.now(),
    after,
    log: ({ direction, method, kind, message }) => console.debug(direction, method ?? kind, message),
    remark: (text) => console.debug(text),
    gone(gone) {
      globals.__huesTransport = gone ? null : offered
    },
  })
}
