// Việt Nam has had one offset and no summer time since 1975.
const offset = "+07:00"
const offsetMs = 7 * 3_600_000

/** The zone that the host page shows all times in. */
export const zoneName = "Asia/Ho_Chi_Minh"

/** An instant as local time of Việt Nam, `2024-10-29T09:00` (with `:30` and `.250` only where they are not zero). */
export function toLocalTime(instant: number): string {
  return new Date(instant + offsetMs).toISOString().replace(/(:00)?\.000Z$|Z$/, "")
}

/** Reads local time of Việt Nam, or an ISO 8601 instant with its own offset. undefined: it is neither. */
export function fromLocalTime(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/.test(text)) return undefined
  const full = text.includes("T") ? text : `${text}T00:00`
  const instant = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(full) ? full : full + offset)
  return Number.isNaN(instant) ? undefined : instant
}
