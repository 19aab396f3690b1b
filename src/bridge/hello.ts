import { members, oneOf, text, within } from "./read.ts"
import { type Grant, grants, type HostIdentity, type Launch, protocolVersions } from "./vocabulary.ts"

/** The host's side of the handshake, read. */
export type Hello = {
  name: string
  grants: readonly Grant[]
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
  const { host, grants: granted, context, identity, now, launch } = members(result)
  const allowed = members(granted)
  const path = text(members(launch).path)
  const source = text(members(launch).source)
  return {
    name: text(members(host).name) ?? "",
    grants: grants.filter((grant) => allowed[grant] === true),
    context,
    identity: readIdentity(identity) ?? { state: "out", epoch: 0 },
    now: text(now) ?? null,
    launch: { ...(path && { path }), ...(source && { source }) },
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
  return within(value, 0, Number.MAX_SAFE_INTEGER)
}
