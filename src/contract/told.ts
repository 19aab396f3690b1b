import type { ClientConfig } from "./clientConfig.ts"
import type { ContestView, RoundView } from "./contestView.ts"

// What the service writes into the page that it serves, so that the home card needs no second request. The same for
// everybody, and nothing the page could not ask for.

/** The id of the page's element that holds it as JSON. */
export const toldId = "contest"

/** As much of a contest's description as the home card shows, and as signing in depends on. */
export type ToldContest = Pick<ContestView, "id" | "title" | "organiser" | "timeZone" | "paper"> & {
  eligibility: Pick<ContestView["eligibility"], "minAssurance">
  rounds: Omit<RoundView, "commitments">[]
  /** Minutes that the contest's zone is ahead of UTC; null: not the same from a year before the contest to a year after. */
  utcOffset: number | null
}

/**
 * `now`: the service's clock when it was told, milliseconds since 1970. `ahead`: what the page will ask for in any case,
 * addresses without credential, so that it can begin before the script is there that reads the answers.
 */
export type Told = { now: number; config: ClientConfig; contest: ToldContest; ahead: string[] }
