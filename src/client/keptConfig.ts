import type { ClientConfig } from "../contract/clientConfig.ts"
import type { Fetch } from "./putEntry.ts"
import { membersOf } from "./readReceipt.ts"

/** The name under which the last `config.json` is kept, relative to the worker. */
const address = "./config.json"

/**
 * What a worker must know of `config.json`: where the API is. From the network, else as it was kept; null where there
 * is neither. Checked without the schema library, whose bytes a worker is spared.
 */
export async function readKeptConfig(
  fetch: Fetch,
  open: () => Promise<Pick<Cache, "match" | "put">>,
): Promise<Pick<ClientConfig, "api"> | null> {
  const fresh = await read(() => fetch(address, { cache: "no-store", redirect: "error" }))
  try {
    const cache = await open()
    if (fresh === null) return await read(() => cache.match(address))
    await cache.put(address, new Response(JSON.stringify(fresh)))
  } catch {
    // Storage forbidden or full: what came over the network is good for this time.
  }
  return fresh
}

async function read(answer: () => Promise<Response | undefined>): Promise<Pick<ClientConfig, "api"> | null> {
  try {
    const response = await answer()
    const { api } = membersOf(response?.ok ? await response.json() : null) ?? {}
    return typeof api === "string" && /^(https?:\/\/[^/?#]+)?(\/[^?#]*[^/?#])?$/.test(api) ? { api } : null
  } catch {
    // No network, or a captive portal's page: no configuration.
    return null
  }
}
