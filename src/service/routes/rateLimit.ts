import { Hono } from "hono"
import type { PersonLimits, RateLimit, Service } from "../service.ts"
import { Refusal } from "./problem.ts"

/**
 * Far above what a phone needs: the outbox waits seconds to minutes between attempts, and a hand on the button does not
 * reach 20 in a minute. It is there for programs.
 */
export const generousLimits: PersonLimits = {
  tickets: { burst: 20, everyMs: 6000 },
  entries: { burst: 20, everyMs: 3000 },
}

/** More persons than this are not kept in mind; who has been quiet longest is forgotten first. */
const mostPersons = 100_000

/**
 * Refuses with `slow-down` who asks for tickets too often, by person and never by address: thousands share one behind a
 * carrier's network. Tokens that are not accepted pass: the routes refuse them. Without `service.limits` nobody is refused.
 */
export function rateLimitRoutes(service: Service): Hono {
  const { limits, timer } = service
  const app = new Hono()
  if (!limits) return app
  const waitForTicket = tokenBuckets(limits.tickets, timer ?? ownTimer, mostPersons)
  app.post("/contests/:contest/rounds/:round/ticket", async (c, next) => {
    const token = c.req.header("authorization")?.replace(/^Bearer /i, "") ?? ""
    const identity = await service.verifyIdentity(token)
    if (identity) refuse(waitForTicket(identity.person ?? `${identity.account}\n${identity.sub}`))
    await next()
  })
  return app
}

/** The same for entries, told whose ticket was opened: it refuses with `slow-down` who sends them too often. */
export function entryLimit({ limits, timer }: Service): (person: string) => void {
  if (!limits) return () => undefined
  const waitForEntry = tokenBuckets(limits.entries, timer ?? ownTimer, mostPersons)
  return (person) => refuse(waitForEntry(person))
}

const ownTimer = () => performance.now()

function refuse(waitMs: number): void {
  if (waitMs > 0) throw new Refusal("slow-down", { retryAfterSeconds: Math.ceil(waitMs / 1000) })
}

/**
 * One bucket of tokens a key. Gives 0 and takes a token, or gives how many milliseconds until there is one. `timer`: in
 * milliseconds. Remembers at most `mostKeys`; a forgotten key starts full.
 */
export function tokenBuckets(
  { burst, everyMs }: RateLimit,
  timer: () => number,
  mostKeys: number,
): (key: string) => number {
  // When each key's bucket is full again. The map's order is that of the last requests.
  const fullAt = new Map<string, number>()
  return (key) => {
    const now = timer()
    const after = Math.max(fullAt.get(key) ?? now, now) + everyMs
    const waitMs = after - now - burst * everyMs
    if (waitMs > 0) return waitMs
    fullAt.delete(key)
    fullAt.set(key, after)
    const [oldest] = fullAt.size > mostKeys ? fullAt.keys() : []
    if (oldest !== undefined) fullAt.delete(oldest)
    return 0
  }
}
