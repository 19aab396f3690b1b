import { type BridgeError, type BridgeReason, bridgeErrorCodes } from "./vocabulary.ts"

/** IDENTITY_CHANGED, TIMEOUT, HOST_GONE, RATE_LIMITED, HOST_FAULT: the same call may succeed with nothing else done. */
const retryableCodes: readonly number[] = [1004, 1200, 1201, 1202, 1300]

/** A call that did not succeed, as an `Answer`. */
export type Failure = { ok: false; error: BridgeError }

/**
 * Makes the failed answer for a reason. The message is the reason: nothing that the other side wrote gets into it.
 * @param code the code on the wire where it is not the reason's own (JSON-RPC's, or one of a later version)
 * @param retryable what the host says of it; otherwise decided by the code
 */
export function failure(
  reason: BridgeReason,
  code: number = bridgeErrorCodes[reason],
  retryable = retryableCodes.includes(code),
): Failure {
  return { ok: false, error: { reason, code, message: reason, retryable } }
}

/**
 * Reads an error of the wire by its code alone. JSON-RPC's own codes (-32768..-32000) and unknown ones are HOST_FAULT
 * and keep their number.
 */
export function failureOfCode(code: number, retryable?: boolean): Failure {
  const reasons = Object.keys(bridgeErrorCodes) as BridgeReason[]
  return failure(reasons.find((reason) => bridgeErrorCodes[reason] === code) ?? "HOST_FAULT", code, retryable)
}
