import { members, oneOf, text, type Unread, within } from "./read.ts"
import { type HostIdentity, type Launch, protocolVersions } from "./vocabulary.ts"

/** The host's side of the handshake, read. */
export type Hello = {
  name: string
  /** Unread: what is not `true` is not granted. */
  grants: Unread
  /** Still unread: the members that are valid go over the app's defaults. */
  context: unknown
  identity: HostIdentity
  now: string | null
  launch: Launch
}

/** Whether the host chose a version that this code speaks. */
export function speaksOurVersion(result: unknown): boolean {
  return (protocolVersions as readonly unknown[]).includes(members(result).version)
}

/**
 * Reads the result of `bridge.hello`. What is missing or malformed counts as not said: no name, nothing granted,
 * signed out. So `null` gives what holds when nobody answered.
 */
export function readHello(result: unknown): Hello {
  const { host, grants, context, identity, now, launch } = members(result)
  const { path, source } = members(launch)
  return {
    name: text(members(host).name) ?? "",
    grants: members(grants),
    context,
    identity: readIdentity(identity) ?? { state: "out", epoch: 0 },
    now: text(now) ?? null,
    launch: { path: text(path), source: text(source) },
  }
}

/** Reads `{state, epoch}`; undefined when it is none. */
export function readIdentity(value: unknown): HostIdentity | undefined {
  const { state, epoch } = members(value)
  const known = oneOf(["in", "out"], state)
  const count = readEpoch(epoch)
  return known && count !== undefined ? { state: known, epoch: count } : undefined
}

/** The value if it can be an epoch: a number from 0. */
export function readEpoch(value: unknown): number | undefined {
  return within(value, 0)
}
