import type { Instant } from "../../contest/vocabulary.ts"

/** What a date in words takes. */
export type Place = {
  /** IANA name of the contest's zone. */
  timeZone: string
  /** Minutes that the zone is ahead of UTC, all through the contest; null: not known, or not the same all through. */
  utcOffset: number | null
  /** In the reader's language, Sunday first. */
  weekdays: readonly string[]
}

type Parts = Record<"weekday" | "day" | "month" | "year" | "hour" | "minute" | "second", string>

function partsOf(instant: Instant, { timeZone, utcOffset, weekdays }: Place): Parts {
  const local = new Date(instant + (utcOffset ?? offsetAt(instant, timeZone)) * 60_000)
  const [year = "", month = "", day = "", hour = "", minute = "", second = ""] = local
    .toISOString()
    .split(/[-T:.]/)
  const weekday = weekdays[local.getUTCDay()] ?? ""
  return { weekday, day, month, year, hour, minute, second }
}

/** Only where nobody has told: the first use of Intl loads its tables, on which a weak phone spends a tenth of a second. */
function offsetAt(instant: Instant, timeZone: string): number {
  // Swedish dates are ISO 8601 but for the space.
  const format = new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "short" })
  const local = Date.parse(`${format.format(instant).replace(" ", "T")}Z`)
  return Math.floor(local / 60_000) - Math.floor(instant / 60_000)
}

/** An instant in the contest's zone: `09:00, thứ Hai, 14/10/2024`. */
export function formatMoment(instant: Instant, place: Place): string {
  const { hour, minute, weekday, day, month, year } = partsOf(instant, place)
  return `${hour}:${minute}, ${weekday}, ${day}/${month}/${year}`
}

/** The last minute before an exclusive end: an end of 24:00 is shown as `23:59` of the day before. */
export function formatEnd(end: Instant, place: Place): string {
  return formatMoment(end - 60_000, place)
}

/** A day in the contest's zone: `14/10/2024`. */
export function formatDay(instant: Instant, place: Place): string {
  const { day, month, year } = partsOf(instant, place)
  return `${day}/${month}/${year}`
}

/** To the second, as receipts and rankings need it: `19:42:08, 05/11/2024`. */
export function formatSecond(instant: Instant, place: Place): string {
  const { hour, minute, second, day, month, year } = partsOf(instant, place)
  return `${hour}:${minute}:${second}, ${day}/${month}/${year}`
}
