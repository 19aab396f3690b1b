import { type Grant, grants, protocolVersions } from "../../bridge/vocabulary.ts"
import type { Faults } from "./faultRule.ts"

/** What the host kit needs to know of a host that is old, newer or sparing with its grants. */
export function hostOfFaults({ host, grants: granted }: Faults): {
  versions: readonly number[]
  grants: readonly Grant[]
} {
  const latest = Math.max(...protocolVersions)
  const versions = { old: [0], newer: [latest + 2, latest + 1, ...protocolVersions] }
  return { versions: host ? versions[host] : protocolVersions, grants: granted ?? grants }
}
