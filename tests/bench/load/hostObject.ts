import type { HostToken } from "./serveBoth.ts"

/**
 * A script with a host in the page itself, over `window.__huesTransport`: it says hello, gives this token, and grants
 * nothing. It answers at once, so that no host is measured.
 */
export function hostObject(token: HostToken): string {
  return `
    {
      const listeners = []
      const deliver = (message) => {
        for (const listener of listeners) listener(JSON.stringify({ jsonrpc: "2.0", ...message }))
      }
      const answers = {
        "bridge.hello": () => ({
          version: 1,
          host: { name: "bench", version: "1", platform: "bench" },
          grants: {},
          context: { locale: "vi", network: "unknown" },
          identity: { state: "in", epoch: 1 },
          now: new Date().toISOString(),
          launch: {},
        }),
        "identity.get": () => (${JSON.stringify({ ...token, epoch: 1 })}),
      }
      window.__huesTransport = {
        subscribe: (listener) => void listeners.push(listener),
        async post(text) {
          const { id, method } = JSON.parse(text)
          if (id === undefined) return
          await null
          const result = answers[method]?.()
          deliver(result ? { id, result } : { id, error: { code: -32601, message: "unknown" } })
        },
      }
    }
  `
}
