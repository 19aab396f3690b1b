/** A whole number in the Vietnamese way of grouping (`14.492`), or the English one (`14,492`). Not by Intl: see dates.ts. */
export function formatNumber(value: number, locale: string): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, locale.startsWith("en") ? "," : ".")
}
