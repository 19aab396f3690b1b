import type { BrowserContext } from "playwright-core"

/** What the stub in the page asks its test for. */
type HostStub = { token: () => Promise<{ token: string; expiresAt: string }>; epoch: () => number }

/**
 * A host in the page itself, over `window.__huesTransport`, for pages that stand alone: it says hello and gives tokens
 * of whoever is signed in, and grants nothing. Runs before every page of the context.
 */
export async function stubHost(context: BrowserContext, host: HostStub): Promise<void> {
  await context.exposeFunction("hostToken", host.token)
  await context.exposeFunction("hostEpoch", async () => host.epoch())
  await context.addInitScript(`
    let deliver = () => {}
    const answer = (id, result) => deliver(JSON.stringify({ jsonrpc: "2.0", id, result }))
    window.__huesTransport = {
      subscribe(listener) { deliver = listener },
      async post(text) {
        const { id, method } = JSON.parse(text)
        if (id === undefined) return
        const epoch = await window.hostEpoch()
        if (method === "bridge.hello") answer(id, {
          version: 1,
          host: { name: "stub", version: "1", platform: "test" },
          grants: {},
          context: { locale: "vi", network: "unknown" },
          identity: { state: "in", epoch },
          now: new Date().toISOString(),
          launch: {},
        })
        else if (method === "identity.get") answer(id, { ...(await window.hostToken()), epoch })
        else deliver(JSON.stringify({ jsonrpc: "2.0", id, error: { code: -32601, message: "unknown" } }))
      },
    }
  `)
}
