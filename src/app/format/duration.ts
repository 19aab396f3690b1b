const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const
export type DurationUnit = (typeof units)[number][0]

/** A span of whole seconds in its two largest units: 3725 → 1 hour, 2 minutes. None for 0. */
export function durationParts(seconds: number): { unit: DurationUnit; count: number }[] {
  let rest = Math.round(seconds)
  const parts = units.map(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return { unit, count }
  })
  const first = parts.findIndex(({ count }) => count > 0)
  return first < 0 ? [] : parts.slice(first, first + 2).filter(({ count }) => count > 0)
}
