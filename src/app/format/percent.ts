/** A fraction 0..1 in per cent with two decimals: `22,88 %`, or `22.88 %`. The space does not break. */
export function formatPercent(value: number, locale: string): string {
  const format = new Intl.NumberFormat(locale.startsWith("en") ? "en" : "vi", {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  return `${format.format(100 * value)}\u00a0%`
}
