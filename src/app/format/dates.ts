import type { Instant } from "../../contest/vocabulary.ts"

type Parts = Record<"weekday" | "day" | "month" | "year" | "hour" | "minute" | "second", string>

function partsOf(instant: Instant, timeZone: string, locale: string): Parts {
  const format = new Intl.DateTimeFormat(locale.startsWith("en") ? "en-GB" : "vi-VN", {
    timeZone,
    weekday: "long",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  })
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  // All of them were asked for.
  return { ...parts, weekday: weekday(parts.weekday ?? "") } as Parts
}

/** Intl writes "Thứ Hai" and "Chủ Nhật"; within a sentence official style has "thứ Hai" and "Chủ nhật". */
function weekday(name: string): string {
  return name.replace(/^Thứ/u, "thứ").replace("Chủ Nhật", "Chủ nhật")
}

/** An instant in the contest's zone: `09:00, thứ Hai, 14/10/2024`. */
export function formatMoment(instant: Instant, timeZone: string, locale: string): string {
  const { hour, minute, weekday, day, month, year } = partsOf(instant, timeZone, locale)
  return `${hour}:${minute}, ${weekday}, ${day}/${month}/${year}`
}

/** The last minute before an exclusive end: an end of 24:00 is shown as `23:59` of the day before. */
export function formatEnd(end: Instant, timeZone: string, locale: string): string {
  return formatMoment(end - 60_000, timeZone, locale)
}

/** A day in the contest's zone: `14/10/2024`. */
export function formatDay(instant: Instant, timeZone: string, locale: string): string {
  const { day, month, year } = partsOf(instant, timeZone, locale)
  return `${day}/${month}/${year}`
}

/** To the second, as receipts and rankings need it: `19:42:08, 05/11/2024`. */
export function formatSecond(instant: Instant, timeZone: string, locale: string): string {
  const { hour, minute, second, day, month, year } = partsOf(instant, timeZone, locale)
  return `${hour}:${minute}:${second}, ${day}/${month}/${year}`
}
