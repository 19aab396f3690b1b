/** A whole number in the Vietnamese way of grouping (`14.492`), or the English one (`14,492`). */
export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale.startsWith("en") ? "en" : "vi", { maximumFractionDigits: 0 }).format(
    value,
  )
}
