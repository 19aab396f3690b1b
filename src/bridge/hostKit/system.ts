import type { BridgeClock } from "../clock.ts"

/** The clock of the runtime, for hosts that bring none of their own. */
export const systemClock: BridgeClock = {
  now: () => performance.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (handle) => clearTimeout(handle as number),
}

/** The time of day, ISO 8601. */
export function systemNow(): string {
  return new Date().toISOString()
}
