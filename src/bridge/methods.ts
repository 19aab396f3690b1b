/** How long a call may take, in milliseconds of visible time: in all, and without `$/progress`. */
export type CallLimits = readonly [totalMs: number, idleMs?: number]

/** Looking for a transport, all ways together. */
export const detectionMs = 1500
/** How often a global that is injected late is looked for. */
export const pollMs = 50
/** The page around a frame is asked at every so many looks, as it may not listen yet. */
export const looksPerSyn = 5

export const helloLimits: CallLimits = [2000]
/** The first attempt and one retry. */
export const helloAttempts = 2
export const shortLimits: CallLimits = [3000]
export const silentLimits: CallLimits = [5000]
/** Somebody is looking at a screen of the host: sign-in, consent, a share sheet. */
export const interactiveLimits: CallLimits = [300_000, 30_000]
/** How long a host waits for `app.back` before it goes back itself. */
export const backLimits: CallLimits = [300]

/** What the app may ask the host. */
export const hostMethods = [
  "bridge.hello",
  "identity.get",
  "ui.close",
  "nav.open",
  "store.get",
  "store.set",
  "bridge.echo",
  "share.open",
] as const
export type HostMethod = (typeof hostMethods)[number]

/** What the app may tell the host. */
export type HostNotice = "bridge.ready" | "ui.back"

/** What the host may ask the app. */
export type AppMethod = "app.back" | "app.teardown"

/** What the host may tell the app. */
export type AppNotice = "host.context" | "host.visibility" | "host.identity" | "$/progress"
