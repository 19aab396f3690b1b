/** Random choices that a seed reproduces. */
export type Dice = { below(limit: number): number; pick<T>(from: readonly T[]): T }

/** Numbers from one 32-bit seed (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, pick: <T>(from: readonly T[]) => from[below(from.length)] as T }
}

const oddLetters = [
  "",
  "\u0000",
  "\u2028",
  "\ud800",
  "\\",
  '"',
  "{",
  "}",
  "[",
  "]",
  ":",
  ",",
  "0",
  "e",
  "9",
  "-",
  "𝒙",
]

/** One message made worse: its letters, its members, its nesting, its kind or its size. */
export function mutated(message: object, oddValues: readonly unknown[], { below, pick }: Dice): unknown {
  const text = JSON.stringify(message)
  const at = below(text.length)
  const to = at + 1 + below(12)
  switch (below(14)) {
    case 0:
      return text.slice(0, at) + pick(oddLetters) + text.slice(at + 1)
    case 1:
      return text.slice(0, at) + text.slice(to)
    case 2:
      return text.slice(0, to) + text.slice(at)
    case 3:
      return text.slice(0, at)
    case 4:
      return text.slice(0, at) + text.slice(to, to + 8) + text.slice(at, to) + text.slice(to + 8)
    case 5:
      return [message]
    case 6:
      return text + text
    case 7:
      return JSON.stringify({ ...message, padding: "ế".repeat(20_000 + below(5000)) })
    case 8:
      return pick(oddValues)
    case 9:
      return JSON.stringify(text)
    case 10:
      return text.replace(/"(\w+)":/g, (whole, name: string) =>
        below(4) ? whole : `"__proto__":{"${name}":1},"x":`,
      )
    default: {
      const copy = JSON.parse(text)
      for (let count = below(3); count >= 0; count--) spoil(copy, oddValues, { below, pick })
      return below(2) ? copy : asText(copy)
    }
  }
}

/** A value that no JSON can hold goes as it is. */
function asText(value: unknown): unknown {
  try {
    return JSON.stringify(value)
  } catch {
    return value
  }
}

/** Sets, removes or renames one member somewhere in the object. */
function spoil(object: Record<string, unknown>, oddValues: readonly unknown[], { below, pick }: Dice): void {
  const names = Object.keys(object)
  const name = pick([...names, "result", "error", "id", "method"])
  const inner = object[name]
  const action = below(3)
  // The odd values are shared by all runs: what a seed does must not depend on the runs before it.
  if (typeof inner === "object" && inner !== null && !oddValues.includes(inner) && below(2))
    spoil(inner as Record<string, unknown>, oddValues, { below, pick })
  else if (action === 0) delete object[name]
  else if (action === 1) object[name] = pick(oddValues)
  else {
    object[pick(names) ?? name] = inner
    delete object[name]
  }
}
