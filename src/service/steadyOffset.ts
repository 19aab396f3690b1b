type Window = { opensAt: string; closesAt: string }

const quarterMs = 91 * 86_400_000
/** Results, complaints and prizes come after the rounds. */
const quartersAround = 4

/**
 * Minutes that the zone is ahead of UTC, if that is so all through these rounds and a year before and after; else null,
 * as where clocks go forward in spring.
 */
export function steadyOffset(timeZone: string, rounds: readonly Window[]): number | null {
  const ends = rounds.flatMap(({ opensAt, closesAt }) => [Date.parse(opensAt), Date.parse(closesAt)])
  const last = Math.max(...ends) + quartersAround * quarterMs
  const offsets = new Set(ends.map((instant) => offsetAt(instant, timeZone)))
  for (let at = Math.min(...ends) - quartersAround * quarterMs; at <= last; at += quarterMs)
    offsets.add(offsetAt(at, timeZone))
  const [offset, ...others] = offsets
  return offset === undefined || others.length > 0 ? null : offset
}

function offsetAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" })
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? ""
  // "GMT", "GMT+07:00", "GMT-03:30".
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1)
}
