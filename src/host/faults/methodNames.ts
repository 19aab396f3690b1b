import {
  type AppMethod,
  type AppNotice,
  type HostMethod,
  type HostNotice,
  hostMethods,
} from "../../bridge/methods.ts"

const hostNotices = ["bridge.ready", "ui.back"] as const satisfies readonly HostNotice[]
const appMethods = ["app.back", "app.teardown"] as const satisfies readonly AppMethod[]
const appNotices = [
  "host.context",
  "host.visibility",
  "host.identity",
  "$/progress",
] as const satisfies readonly AppNotice[]

/** Every method of the protocol, in both directions: what a fault rule may name and the log may be filtered by. */
export const methodNames: readonly string[] = [...hostMethods, ...hostNotices, ...appMethods, ...appNotices]

/** Whether the app asks it and the host answers: a fault then strikes the answer. */
export function isAnsweredByHost(method: string): method is HostMethod {
  return (hostMethods as readonly string[]).includes(method)
}
