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
  const { before, prediction, after } = rankKeyAround(entry, rules)
  return `${before}${digits(predictionError(prediction, rules.allCorrect), 9)}.${after}`
}

/**
 * The rank key of an entry while N is not known yet: by `before`, then by the error of `prediction`, then by `after` is the
 * ranking. Where the rules do not ask for the prediction, it is 0 for all.
 */
export function rankKeyAround(
  entry: MarkedEntry,
  rules: KnownRules,
): { before: string; prediction: number; after: string } {
  let before = ""
  let after = ""
  let isAsked = false
  for (const key of rules.order) {
    if (key === "prediction") isAsked = true
    else if (isAsked) after += `${parts[key](entry, rules)}.`
    else before += `${parts[key](entry, rules)}.`
  }
  return { before, prediction: isAsked ? entry.prediction : 0, after: after + entry.code }
}

type KnownRules = Omit<RankingRules, "allCorrect">

const parts: Record<Exclude<RankingKey, "prediction">, (entry: MarkedEntry, rules: KnownRules) => string> = {
  correct: ({ correct }, { questions }) => digits(questions - correct, 3),
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
