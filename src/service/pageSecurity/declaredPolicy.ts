import { readFileSync } from "node:fs"
import * as v from "valibot"
import { type Directives, withInlineHashes } from "./contentSecurityPolicy.ts"

const integrationManifest = v.object({
  csp: v.object({ hosted: v.record(v.string(), v.array(v.string())) }),
})

/**
 * The policy that the built mini-app declares for pages of the service, with the hashes of what stands in its page.
 * Throws where the build is incomplete.
 * @param folder of the build, ending in "/"
 * @param html the page in its fullest form
 */
export function declaredPolicy(folder: string, html: string): Directives {
  const manifest = v.parse(integrationManifest, JSON.parse(readFileSync(`${folder}hue-s.json`, "utf8")))
  return withInlineHashes(manifest.csp.hosted, html)
}
