/** How the figures of standings are written: two decimals, so that those of a column stand under each other. */
export type Figures = {
  count(value: number): string
  /** A fraction 0..1: `22,88 %`. */
  share(value: number): string
  /** A weight 0..1 in whole per cent: `60 %`. */
  weight(value: number): string
  /** A score 0..1 on the scale of 100: `61,27`. */
  points(value: number): string
  /** Points at an axis or a maximum 0..100, as whole as they are: `40`, `2,5`. */
  mark(value: number): string
}

/** Figures in the reader's language: Vietnamese decimal comma, or the English point. */
export function createFigures(locale: string): Figures {
  const language = locale.startsWith("en") ? "en" : "vi"
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const exact = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const short = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  return {
    count: (value) => whole.format(value),
    // A space that does not break: number and sign stay on one line.
    share: (value) => `${exact.format(value * 100)}\u00a0%`,
    weight: (value) => `${short.format(value * 100)}\u00a0%`,
    points: (value) => exact.format(value * 100),
    mark: (value) => short.format(value),
  }
}
