import type { RoundView } from "../../contract/contestView.ts"

/** A meaningful instant of a round. `publishes`: the round's results are out then. */
export type Moment = { name: string; title: string; at: number; publishes: boolean }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The instants of a round at which a citizen sees something else, in order. Milliseconds since 1970. */
export function momentsOf(round: RoundView, graceMinutes: number): Moment[] {
  const opens = Date.parse(round.opensAt)
  const closes = Date.parse(round.closesAt)
  const due = round.resultsDueAt === undefined ? closes + 3 * day : Date.parse(round.resultsDueAt)
  const moment = (name: string, title: string, at: number, publishes = false): Moment => ({
    name,
    title: `Round ${round.number}: ${title}`,
    at,
    publishes,
  })
  return [
    moment("Before", "an hour before it opens", opens - hour),
    moment("Open", "its second day, 9:00", opens + day + 9 * hour),
    moment("Last 80′", "80 minutes before it closes", closes - 80 * minute),
    moment("Last 1′", "one minute before it closes", closes - minute),
    ...(graceMinutes > 0
      ? [moment("Grace", "half the time for late entries is over", closes + (graceMinutes * minute) / 2)]
      : []),
    moment(
      "Closed",
      "two hours after it closed, no results yet",
      closes + Math.max(2 * hour, (graceMinutes + 60) * minute),
    ),
    moment("Results", "its results have been published", due, true),
  ]
}
