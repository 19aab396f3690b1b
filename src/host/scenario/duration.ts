const units = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 }
const longestMs = 100 * 366 * units.d

/** Reads a signed time such as `90m`, `-2h`, `1h30m`, `0`. Gives milliseconds; undefined: it is none, or over 100 years. */
export function readDuration(text: string): number | undefined {
  const trimmed = text.trim()
  if (trimmed === "0") return 0
  if (!/^[+-]?(\d+(d|h|ms|m|s))+$/.test(trimmed)) return undefined
  let total = 0
  for (const [, count, unit] of trimmed.matchAll(/(\d+)(d|h|ms|m|s)/g))
    total += Number(count) * units[unit as keyof typeof units]
  return total > longestMs ? undefined : trimmed.startsWith("-") ? -total : total
}

/** The shortest form that `readDuration` reads back as the same milliseconds. */
export function writeDuration(ms: number): string {
  let left = Math.abs(ms)
  let text = ""
  for (const [unit, length] of Object.entries(units)) {
    const count = Math.floor(left / length)
    if (count) text += `${count}${unit}`
    left -= count * length
  }
  return text ? (ms < 0 ? "-" : "") + text : "0"
}
