import { existsSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { createAdaptorServer } from "@hono/node-server"
import { builtPages } from "../../src/service/site.ts"

/** The pages of both builds on a free port, without any service. `origin` without trailing slash. */
export async function servePages(): Promise<{ origin: string; stop: () => void }> {
  if (!existsSync(builtPages.app)) throw new Error("the pages are not built: npm run build")
  const server = createAdaptorServer({ fetch: builtPages.routes({ demo: true }).fetch })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() }
}
