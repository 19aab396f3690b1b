import type { ClientConfig } from "./clientConfig.ts"
import type { ContestView, RoundView } from "./contestView.ts"

// What the service writes into the page that it serves, so that the home card needs no second request. The same for
// everybody, and nothing the page could not ask for.

/** The id of the page's element that holds it as JSON. */
export const toldId = "contest"

/** As much of a contest's description as the home card shows, and as signing in depends on. */
export type ToldContest = Pick<
  ContestView,
  "id" | "title" | "organiser" | "timeZone" | "divisions" | "paper" | "eligibility"
> & { rounds: Omit<RoundView, "commitments">[] }

/** `now`: the service's clock when it was told, milliseconds since 1970. */
export type Told = { now: number; config: ClientConfig; contest: ToldContest }
