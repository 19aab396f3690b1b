import { baseUrl } from "../contract/baseUrl.ts"
import type { ClientConfig } from "../contract/clientConfig.ts"
import { fault, matching, shape } from "./read.ts"
import type { Fetch } from "./request.ts"

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

const readConfig = shape<Pick<ClientConfig, "api">>({ api: matching(baseUrl) })

async function read(answer: () => Promise<Response | undefined>): Promise<Pick<ClientConfig, "api"> | null> {
  try {
    const response = await answer()
    const config = readConfig(response?.ok ? await response.json() : null)
    return config === fault ? null : config
  } catch {
    // No network, or a captive portal's page: no configuration.
    return null
  }
}
