import { failure } from "../failure.ts"
import { iframeEndpoint } from "./iframeEndpoint.ts"
import { nativeEndpoint, receiveScript } from "./nativeEndpoint.ts"
import { offerPort } from "./offerPort.ts"
import { portEndpoint } from "./portEndpoint.ts"
import { serveMiniApp } from "./serveMiniApp.ts"

/**
 * The whole host kit as one object: the entry of the single ES module that integrators put into their page or app.
 * `failure("USER_DENIED")` makes the answer of a handler that has no token to give.
 */
export const hostKit = {
  serveMiniApp,
  iframeEndpoint,
  portEndpoint,
  nativeEndpoint,
  receiveScript,
  offerPort,
  failure,
} as const
