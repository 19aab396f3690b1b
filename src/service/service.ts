import type { Clock } from "./clock.ts"
import type { VerifyIdentity } from "./identity/identity.ts"
import type { PersonOf } from "./identity/person.ts"
import type { Receipts } from "./identity/receipts.ts"
import type { Tickets } from "./identity/tickets.ts"
import type { ContestStore } from "./store/contestStore.ts"

/** Everything the routes stand on; each may be another implementation in a test. */
export type Service = {
  store: ContestStore
  clock: Clock
  verifyIdentity: VerifyIdentity
  personOf: PersonOf
  tickets: Tickets
  receipts: Receipts
  /** Cryptographically random bytes. */
  randomBytes: (count: number) => Uint8Array
  /** One structured line; never a token, a name or an answer. */
  log: (event: string, fields: Record<string, unknown>) => void
  /** How long an entry's body may take, in milliseconds. */
  bodyTimeoutMs: number
}
