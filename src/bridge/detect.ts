import type { VisibleTimers } from "./clock.ts"
import type { TakeNote } from "./log.ts"
import { detectionMs, looksPerSyn, pollMs } from "./methods.ts"
import type { BridgeWindow } from "./surroundings.ts"
import type { Transport } from "./transport.ts"
import { android } from "./transports/android.ts"
import { flutter, flutterReadyEvent } from "./transports/flutter.ts"
import { type OriginRules, shakeHands } from "./transports/iframe.ts"
import { integratorObject } from "./transports/integratorObject.ts"
import { ios } from "./transports/ios.ts"
import { reactNative } from "./transports/reactNative.ts"

/** The ways that are there or not at a glance, in the order of the design's table. */
const glances: readonly ((window: BridgeWindow) => Transport | null)[] = [
  integratorObject,
  flutter,
  reactNative,
  ios,
  android,
]

/**
 * Finds the way to the host: at once where its global is there, else whatever appears first within 1.5 s of visible
 * time: a global injected late, or a parent page that answers the handshake.
 * @returns null: nobody there, the app stands alone. Never rejects.
 */
export function detectTransport(
  window: BridgeWindow,
  rules: OriginRules,
  timers: VisibleTimers,
  note: TakeNote,
): Promise<Transport | null> {
  return new Promise((resolve) => {
    let looks = 0
    let cancelLook = () => {}
    const finish = (transport: Transport | null) => {
      cancelLook()
      cancelEnd()
      hands?.stop()
      window.removeEventListener(flutterReadyEvent, look)
      if (transport) note("found", transport.name)
      resolve(transport)
    }
    const cancelEnd = timers.after(detectionMs, () => finish(null))
    const hands = shakeHands(window, rules, note, finish)
    const look = () => {
      cancelLook()
      try {
        for (const glance of glances) {
          const transport = glance(window)
          if (transport) return finish(transport)
        }
      } catch {
        // A global of the host that throws when touched is no host.
        return finish(null)
      }
      if (looks++ % looksPerSyn === 0) hands?.ask()
      cancelLook = timers.after(pollMs, look)
    }
    window.addEventListener(flutterReadyEvent, look)
    look()
  })
}
