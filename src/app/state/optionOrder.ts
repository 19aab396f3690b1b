/**
 * The items in an order that the seed (32 bits) and the question's id fix: the same at every look, another for
 * another citizen or question.
 */
export function optionOrder<T>(items: readonly T[], seed: number, questionId: string): T[] {
  const next = randomFrom(hash(questionId, seed))
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const pick = Math.floor(next() * (last + 1))
    const [moved, other] = [order[pick], order[last]]
    if (moved !== undefined && other !== undefined) [order[pick], order[last]] = [other, moved]
  }
  return order
}

/** FNV-1a over the id, started from the seed. */
function hash(text: string, seed: number): number {
  let value = (seed ^ 0x811c9dc5) >>> 0
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return value
}

/** mulberry32: small, and even enough for shuffling a handful of options. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
