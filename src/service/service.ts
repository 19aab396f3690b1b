import type { Clock } from "./clock.ts"
import type { VerifyIdentity } from "./identity/identity.ts"
import type { PersonOf } from "./identity/person.ts"
import type { Receipts } from "./identity/receipts.ts"
import type { Tickets } from "./identity/tickets.ts"
import type { ContestStore } from "./store/contestStore.ts"

/** `burst` requests at once, then one every `everyMs` milliseconds. */
export type RateLimit = { burst: number; everyMs: number }

/** How often one person may ask for a ticket, and send an entry, of each process. */
export type PersonLimits = { tickets: RateLimit; entries: RateLimit }

/** A number as it is now. `name` by Prometheus' rules: [a-z_]+, with its unit. */
export type Gauge = { name: string; help: string; value: number }

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
  /** Exact origins of the packaged mini-app: its pages may ask the API from there. */
  packageOrigins?: readonly string[]
  /** How often one person may ask; without it as often as they like. */
  limits?: PersonLimits
  /** Milliseconds that only go forward, default the process's own: measures durations, never decides a deadline. */
  timer?: () => number
  /** True once the process is about to end: not ready any more, and every answer ends its connection. */
  isStopping?: () => boolean
  /** What `/metrics` shows beside the requests, read when it is asked for. */
  gauges?: () => Gauge[]
}
