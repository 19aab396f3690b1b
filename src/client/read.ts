/** What a reader gives for a value that is not of its kind. */
export const fault = Symbol()

/** Takes a JSON value of unknown make; gives it as a `T`, or `fault`. Absent members arrive as undefined. */
export type Read<T> = (value: unknown) => T | typeof fault

// A schema library's few words that a phone needs, at a tenth of its bytes. That readers and the contract's schemas
// agree, a test proves.

/** Reads what `is` holds for, as it stands. */
export function when<T>(is: (value: unknown) => value is T): Read<T> {
  return (value) => (is(value) ? value : fault)
}

const ofType = <T>(type: string) => when((value): value is T => typeof value === type)
export const text = ofType<string>("string")
export const number = ofType<number>("number")
export const flag = ofType<boolean>("boolean")

/** A text with the form of `pattern`. */
export function matching(pattern: RegExp): Read<string> {
  return when((value): value is string => typeof value === "string" && pattern.test(value))
}

/** One of a closed list. */
export function oneOf<const T>(list: readonly T[]): Read<T> {
  return when((value): value is T => list.includes(value as T))
}

/** An absent member is `instead`; a present one must be readable. */
export function optional<T, I = undefined>(read: Read<T>, instead?: I): Read<T | I> {
  return (value) => (value === undefined ? (instead as I) : read(value))
}

/** A list of at least `least` items. */
export function list<T>(read: Read<T>, least = 0): Read<T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length < least) return fault
    const items = value.map(read)
    return items.includes(fault) ? fault : (items as T[])
  }
}

/** An object with these members; unknown ones are left out, as an older app meets a newer service. */
export function shape<T extends object>(readers: { [K in keyof T]-?: Read<T[K]> }): Read<T> {
  return (value) => {
    // A list passes for an object without members, as it does with the schemas.
    if (value === null || typeof value !== "object") return fault
    const found: Record<string, unknown> = {}
    for (const name in readers) {
      const member = readers[name]((value as Record<string, unknown>)[name])
      if (member === fault) return fault
      if (member !== undefined) found[name] = member
    }
    return found as T
  }
}
