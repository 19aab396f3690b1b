import { formatDay, formatEnd, formatMoment, formatSecond } from "./dates.ts"
import { formatNumber, formatPercent } from "./numbers.ts"

type When = number | string

/** Dates and numbers as this contest and this reader see them. Instants in milliseconds or ISO 8601. */
export type Format = {
  number(value: number): string
  /** A fraction 0..1: `22,88 %`. */
  percent(value: number): string
  moment(when: When): string
  /** Of an exclusive end: the last minute before it. */
  end(when: When): string
  second(when: When): string
  day(when: When): string
}

/** Formats bound to the contest's zone and the reader's language. */
export function createFormat(timeZone: string, locale: string): Format {
  const instant = (when: When) => (typeof when === "number" ? when : Date.parse(when))
  return {
    number: (value) => formatNumber(value, locale),
    percent: (value) => formatPercent(value, locale),
    moment: (when) => formatMoment(instant(when), timeZone, locale),
    end: (when) => formatEnd(instant(when), timeZone, locale),
    second: (when) => formatSecond(instant(when), timeZone, locale),
    day: (when) => formatDay(instant(when), timeZone, locale),
  }
}
