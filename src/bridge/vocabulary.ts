/** The words of the bridge protocol, version 1. Imports nothing. */

/** Major versions of the protocol this code speaks, highest first. */
export const protocolVersions = [1] as const

/** Largest message on the wire, in UTF-8 bytes. */
export const maxMessageBytes = 65_536

export const grants = ["store", "share"] as const
/** Something beyond the core that a host may allow. */
export type Grant = (typeof grants)[number]

/** Our error codes: positive and frozen. JSON-RPC's own (negative) codes keep their meaning. */
export const bridgeErrorCodes = {
  USER_CANCELLED: 1000,
  USER_DENIED: 1001,
  NOT_SIGNED_IN: 1002,
  ASSURANCE_TOO_LOW: 1003,
  IDENTITY_CHANGED: 1004,
  NOT_GRANTED: 1100,
  VERSION_MISMATCH: 1101,
  ORIGIN_REJECTED: 1102,
  STALE_SESSION: 1103,
  TIMEOUT: 1200,
  HOST_GONE: 1201,
  RATE_LIMITED: 1202,
  TOO_LARGE: 1203,
  HOST_FAULT: 1300,
} as const
export type BridgeReason = keyof typeof bridgeErrorCodes

/** Why a call did not succeed. `retryable`: the same call may succeed later without the citizen doing anything else first. */
export type BridgeError = { reason: BridgeReason; code: number; message: string; retryable: boolean }

/** The outcome of a call: expected failures are values. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: BridgeError }

/** Pixels (CSS) that the host's own bars cover at each edge. */
export type Insets = { top: number; right: number; bottom: number; left: number }

/** How the host wants the app to look and what it knows of the surroundings. */
export type HostContext = {
  theme: "light" | "dark"
  locale: string
  /** 1 = normal text; 0.5..4 */
  fontScale: number
  insets: Insets
  reducedMotion: boolean
  network: "online" | "offline" | "unknown"
}

/** Whether a citizen is signed in at the host. `epoch` rises whenever that changes: another epoch may be another citizen. */
export type HostIdentity = { state: "in" | "out"; epoch: number }

/** A signed token of the host. Kept in memory only; the service alone verifies it. `expiresAt`: ISO 8601. */
export type IdentityToken = { token: string; expiresAt: string; epoch: number }

export type IdentityRequest = {
  /** Id of the mini-app, the token's `aud`. */
  audience: string
  scope: readonly ("name" | "unit")[]
  /** true: the host may show its sign-in or consent screens. */
  interactive: boolean
  minAssurance?: 1 | 2
}

/** Where the host wants the app to open. `path`: a route of the app, without the leading "#". */
export type Launch = { path?: string | undefined; source?: string | undefined }
