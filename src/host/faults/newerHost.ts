import type { Intercept } from "../../bridge/hostKit/tap.ts"

/** Lets a host speak as one of a later version would: members and notifications that nobody knows yet. */
export function newerHost(intercept: Intercept): Intercept {
  return (frame, wire) => {
    if (frame.method !== "bridge.hello" || frame.kind !== "reply") return intercept(frame, wire)
    const reply = typeof frame.data === "string" ? JSON.parse(frame.data) : frame.data
    const result = reply.result && {
      ...reply.result,
      mood: "sunny",
      grants: { ...reply.result.grants, pay: true },
    }
    intercept({ ...frame, data: { ...reply, ...(result && { result }) } }, wire)
    wire.toApp({ jsonrpc: "2.0", method: "host.weather", params: { rain: true } })
  }
}
