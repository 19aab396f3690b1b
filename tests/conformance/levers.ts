import type { Levers } from "../../src/service/conformance/levers.ts"
import { publishRound } from "../../src/service/organiser/publish.ts"
import type { TestService } from "../service/testService.ts"

/** Where the suite believes the service to be. */
export const base = "http://service/api/v1"

/** The levers of a service in this process; `request` is what answers. Its clock stands still until it is set. */
export function leversOf(
  the: TestService,
  request: (request: Request) => Response | Promise<Response>,
): Levers {
  let now = 0
  return {
    fetch: async (input, init) => request(new Request(input, init)),
    identity: async (claims) => (await the.issuer.sign(claims)).token,
    setClock: async (instant) => {
      now = instant
      the.setClock(instant)
    },
    publish: async (contest, round) => {
      const outcome = await publishRound(the.sql, the.service.receipts, contest, round, "conformance", now)
      if (!outcome.ok) throw new Error(outcome.reason)
    },
  }
}
