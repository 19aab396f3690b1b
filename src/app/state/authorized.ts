import type { Outcome } from "../../client/contestApi.ts"
import type { Session } from "./session.ts"

/**
 * Calls the service with the host's token, and once more with a fresh one when the first is refused. Null: the host
 * gives no token without asking the citizen.
 */
export async function authorized<T>(
  session: Session,
  call: (token: string) => Promise<Outcome<T>>,
): Promise<Outcome<T> | null> {
  const first = await session.token({ interactive: false })
  if (!first.ok) return null
  const outcome = await call(first.value.token)
  if (outcome.ok || outcome.problem.retry !== "reauth") return outcome
  const second = await session.token({ interactive: false, fresh: true })
  return second.ok ? call(second.value.token) : outcome
}
