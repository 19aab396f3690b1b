type Window = { opensAt: string; closesAt: string }

const weekMs = 7 * 86_400_000
/** Results, complaints and prizes come after the rounds. */
const yearInWeeks = 53

/**
 * Minutes that the zone is ahead of UTC, if that is so in every week of these rounds and of a year before and after; else
 * null, as where clocks go forward in spring, or back for a month.
 */
export function steadyOffset(timeZone: string, rounds: readonly Window[]): number | null {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" })
  const ends = rounds.flatMap(({ opensAt, closesAt }) => [Date.parse(opensAt), Date.parse(closesAt)])
  const last = Math.max(...ends) + yearInWeeks * weekMs
  const offsets = new Set(ends.map((instant) => offsetAt(instant, format)))
  for (let at = Math.min(...ends) - yearInWeeks * weekMs; at <= last; at += weekMs)
    offsets.add(offsetAt(at, format))
  const [offset, ...others] = offsets
  return offset === undefined || others.length > 0 ? null : offset
}

function offsetAt(instant: number, format: Intl.DateTimeFormat): number {
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? ""
  // "GMT", "GMT+07:00", "GMT-03:30".
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1)
}
