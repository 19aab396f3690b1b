import { allocateAwards } from "../../contest/awards.ts"
import type { ContestDefinition } from "../../contest/definition.ts"
import { countAllCorrect } from "../../contest/marking.ts"
import { predictionError, rank } from "../../contest/ranking.ts"
import type { MarkedEntry, RankingKey } from "../../contest/vocabulary.ts"

/** Who would hold each prize under another order of the criteria. */
export type SimulatedPrize = {
  prize: string
  code: string | null
  correct: number | null
  error: number | null
  receivedAtSeconds: number | null
  /** Holds a prize under the definition's own order as well. */
  alsoNow: boolean
}

/**
 * Ranks marked entries in `order` and gives the division's prizes, beside who has them in the definition's order. `draw`:
 * the lot of a code. Pure: changes nothing anywhere.
 */
export function simulateRanking(
  definition: Pick<ContestDefinition, "ranking" | "paper" | "awards">,
  division: string,
  entries: readonly MarkedEntry[],
  order: readonly RankingKey[],
  draw: (code: string) => string,
): SimulatedPrize[] {
  const { questions } = definition.paper
  const participants = entries.map(({ code, correct }) => ({ participant: code, correct }))
  const allCorrect = countAllCorrect(participants, questions)
  const prizes = definition.awards.individual.filter(
    (prize) => prize.division === undefined || prize.division === division,
  )
  const awardsIn = (by: readonly RankingKey[]) =>
    allocateAwards(rank(entries, { order: by, questions, allCorrect, draw }), prizes, questions)
  const now = new Set(awardsIn(definition.ranking).map(({ entry }) => entry?.code))
  return awardsIn(order).map(({ prize, entry }) => ({
    prize: prize.name,
    code: entry?.code ?? null,
    correct: entry?.correct ?? null,
    error: entry ? predictionError(entry.prediction, allCorrect) : null,
    receivedAtSeconds: entry?.receivedAtSeconds ?? null,
    alsoNow: entry !== null && now.has(entry.code),
  }))
}

/** An order of criteria out of words; null where it is none. The draw, which breaks what is left, comes last by itself. */
export function readOrder(words: string): RankingKey[] | null {
  const order = words.split(/[\s,]+/).filter(Boolean)
  if (order.at(-1) !== "draw") order.push("draw")
  const known = (key: string): key is RankingKey =>
    ["correct", "prediction", "received", "draw"].includes(key)
  if (!order.every(known) || new Set(order).size !== order.length || order[0] !== "correct") return null
  return order
}
