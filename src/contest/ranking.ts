import type { MarkedEntry, RankingKey } from "./vocabulary.ts"

/** What a ranking is made by. */
export type RankingRules = {
  /** Keys in the definition's order; "draw" comes last. */
  readonly order: readonly RankingKey[]
  /** Questions of the paper. */
  readonly questions: number
  /** N, what predictions are measured against. */
  readonly allCorrect: number
  /** The lot of an entry code: 64 hexadecimal digits that nobody could steer (see draw.ts). */
  readonly draw: (code: string) => string
}

/** |prediction − N|. */
export function predictionError(prediction: number, allCorrect: number): number {
  return Math.abs(prediction - allCorrect)
}

/**
 * A text whose plain order (by code unit, as SQL's "C" collation) is the ranking: smaller is better.
 * Every part has a fixed width, so the parts compare one after the other in the rules' order. The code ends it:
 * entries with distinct codes never compare equal, whatever the lot says.
 * Bounds: questions ≤ 999, predictions and N ≤ 999,999,999, seconds ≤ 99,999,999,999.
 */
export function rankKey(entry: MarkedEntry, rules: RankingRules): string {
  let text = ""
  for (const key of rules.order) text += `${parts[key](entry, rules)}.`
  return text + entry.code
}

const parts: Record<RankingKey, (entry: MarkedEntry, rules: RankingRules) => string> = {
  correct: ({ correct }, { questions }) => digits(questions - correct, 3),
  prediction: ({ prediction }, { allCorrect }) => digits(predictionError(prediction, allCorrect), 9),
  // A late entry ranks behind every on-time one.
  received: ({ receivedAtSeconds, late }) => (late ? "1" : "0") + digits(receivedAtSeconds, 11),
  draw: ({ code }, { draw }) => draw(code),
}

function digits(value: number, width: number): string {
  if (!Number.isInteger(value) || value < 0)
    throw new RangeError(`not a whole number of at least 0: ${value}`)
  const written = String(value).padStart(width, "0")
  // A wider number would silently rank before smaller ones.
  if (written.length > width) throw new RangeError(`${value} has more than ${width} digits`)
  return written
}

/**
 * The entries from best to last. A total order over distinct codes: the same set gives the same list in whatever
 * order it comes.
 */
export function rank<T extends MarkedEntry>(entries: Iterable<T>, rules: RankingRules): T[] {
  const keyed = Array.from(entries, (entry) => ({ entry, key: rankKey(entry, rules) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ entry }) => entry)
}
