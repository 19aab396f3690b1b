/** A JSON object whose members nobody has looked at yet. */
export type Unread = Record<string, unknown>

/** Reads an unknown value as an object; anything else (lists too) is one without members. */
export function members(value: unknown): Unread {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Unread) : {}
}

/** The value if it is a string. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined
}

/** The value if it is a boolean. */
export function flag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined
}

/** The value if it is a number from `min` to `max`, both included; without bounds, any but NaN. */
export function within(value: unknown, min = -Infinity, max = Infinity): number | undefined {
  return typeof value === "number" && value >= min && value <= max ? value : undefined
}

/** The value if it is one of a closed set. */
export function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value)
}
