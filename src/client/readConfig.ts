import { baseUrl } from "../contract/baseUrl.ts"
import type { ClientConfig } from "../contract/clientConfig.ts"
import { flag, list, matching, optional, type Read, shape, text, when } from "./read.ts"

const url = when((value): value is string => {
  try {
    return typeof value === "string" && new URL(value).href !== ""
  } catch {
    // TypeError is URL's way to say "no URL".
    return false
  }
})

/** Reads a `config.json`, as `clientConfigSchema` does. */
export const readConfig: Read<ClientConfig> = shape<ClientConfig>({
  api: matching(baseUrl),
  contest: text,
  hostOrigins: list(text),
  hostLink: optional(url),
  allowLoopbackHosts: optional(flag, false),
})
