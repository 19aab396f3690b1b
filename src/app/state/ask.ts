import type { Outcome } from "../../client/contestApi.ts"
import type { Network } from "./network.ts"
import type { ServiceClock } from "./serviceClock.ts"

/** Passes an outcome on, after learning the service's time and the network's state from it. */
export type Ask = <T>(call: Promise<Outcome<T>>) => Promise<Outcome<T>>

/** Every call to the service goes through this, so that clock and network hear of each answer. */
export function createAsk(clock: ServiceClock, network: Network): Ask {
  return async (call) => {
    const outcome = await call
    clock.learn(outcome.serviceTime)
    network.heard(outcome)
    return outcome
  }
}
