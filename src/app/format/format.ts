import { formatDay, formatEnd, formatMoment, formatSecond, type Place } from "./dates.ts"
import { formatNumber } from "./numbers.ts"

type When = number | string

/** Dates and numbers as this contest and this reader see them. Instants in milliseconds or ISO 8601. */
export type Format = {
  number(value: number): string
  moment(when: When): string
  /** Of an exclusive end: the last minute before it. */
  end(when: When): string
  second(when: When): string
  day(when: When): string
}

/** Formats bound to the contest's zone and the reader's language. */
export function createFormat(place: Place, locale: string): Format {
  const instant = (when: When) => (typeof when === "number" ? when : Date.parse(when))
  return {
    number: (value) => formatNumber(value, locale),
    moment: (when) => formatMoment(instant(when), place),
    end: (when) => formatEnd(instant(when), place),
    second: (when) => formatSecond(instant(when), place),
    day: (when) => formatDay(instant(when), place),
  }
}
