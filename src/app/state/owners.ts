import type { Claims } from "./claims.ts"
import { type KeyValue, readJson, writeJson } from "./storage.ts"

/**
 * Which pseudonym (`owner`) a citizen's drafts and entries lie under. Kept as pairs of a hash and a pseudonym: the
 * storage holds no subject, name or token.
 */
export type Owners = {
  byClaims(claims: Claims): Promise<string | null>
  /** Fall-back while the host cannot give a token: the owner last seen under this very epoch. */
  byEpoch(epoch: number): string | null
  remember(owner: string, epoch: number, claims: Claims): Promise<void>
  /** The citizen of this epoch is known again: later starts without network find them. */
  seen(owner: string, epoch: number): void
}

const pairKey = "hues.owner."
const epochKey = "hues.epoch"

/** @param sha256 of a text's UTF-8 bytes as hexadecimal digits */
export function createOwners(storage: KeyValue | null, sha256: (text: string) => Promise<string>): Owners {
  const keyOf = async ({ issuer, subject }: Claims) => pairKey + (await sha256(`${issuer}|${subject}`))
  const seen = (owner: string, epoch: number) => {
    writeJson(storage, epochKey, { epoch, owner })
  }
  return {
    async byClaims(claims) {
      return readJson<string>(storage, await keyOf(claims))
    },
    byEpoch(epoch) {
      const last = readJson<{ epoch: number; owner: string }>(storage, epochKey)
      return last?.epoch === epoch ? last.owner : null
    },
    async remember(owner, epoch, claims) {
      writeJson(storage, await keyOf(claims), owner)
      seen(owner, epoch)
    },
    seen,
  }
}
