import * as v from "valibot"
import { baseUrl } from "./baseUrl.ts"

/** `config.json`: what a page learns of its surroundings, from the service or packed beside it. */
export const clientConfigSchema = v.object({
  /** Of the API. */
  api: v.pipe(v.string(), v.regex(baseUrl, "must be a URL without trailing slash")),
  contest: v.string(),
  /** Exact origins of pages that may be the host in an iframe. */
  hostOrigins: v.array(v.string()),
  /** Opens the contest in the host app, for people in a plain browser. */
  hostLink: v.optional(v.pipe(v.string(), v.url())),
  /** Demo mode only: of `hostOrigins`, those on loopback http count too. */
  allowLoopbackHosts: v.optional(v.boolean(), false),
})
