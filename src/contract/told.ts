import type { ClientConfig } from "./clientConfig.ts"
import type { ContestView } from "./contestView.ts"

// What the service writes into the page that it serves, so that neither the home card nor who goes on from it waits for a
// second request. The same for everybody, and nothing the page could not ask for.

/** The id of the page's element that holds it as JSON. */
export const toldId = "contest"

/** The contest as the service describes it to everybody, and one thing that only the page is told. */
export type ToldContest = ContestView & {
  /** Minutes that the contest's zone is ahead of UTC; null: not the same from a year before the contest to a year after. */
  utcOffset: number | null
}

/** `now`: the service's clock when it was told, milliseconds since 1970. */
export type Told = { now: number; config: ClientConfig; contest: ToldContest }
