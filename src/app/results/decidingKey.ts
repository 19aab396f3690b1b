import { type RankingKey, rankingKeys } from "../../contest/vocabulary.ts"

/** What entries are compared by, as results carry it. `receivedAt`: ISO 8601. */
export type Line = { correct: number; predictionError: number; receivedAt: string; late: boolean }

/**
 * The first ranking key in which two entries differ. `tied`: the keys before it, in which they are equal. `by`: how much,
 * in correct answers, in people, or in whole seconds; 0 where only one of them is late, and for the draw.
 */
export type Deciding = { key: RankingKey; tied: RankingKey[]; isAhead: boolean; by: number }

/** Compares an entry with another in the definition's order. "draw", undecided as to who is ahead, where all else is equal. */
export function decidingKey(own: Line, other: Line, order: readonly RankingKey[]): Deciding {
  const tied: RankingKey[] = []
  for (const key of order.length > 0 ? order : rankingKeys) {
    const lead = leads[key](own, other)
    if (lead !== null) return { key, tied, isAhead: lead.isAhead, by: lead.by }
    tied.push(key)
  }
  return { key: "draw", tied: tied.filter((key) => key !== "draw"), isAhead: false, by: 0 }
}

type Lead = { isAhead: boolean; by: number } | null

const leads: Record<RankingKey, (own: Line, other: Line) => Lead> = {
  correct: (own, other) => leadOf(own.correct - other.correct),
  prediction: (own, other) => leadOf(other.predictionError - own.predictionError),
  received(own, other) {
    // A late entry ranks behind every on-time one, whatever the clock says.
    if (own.late !== other.late) return { isAhead: other.late, by: 0 }
    return leadOf((Date.parse(other.receivedAt) - Date.parse(own.receivedAt)) / 1000)
  },
  // The lot of neither is on the phone.
  draw: () => null,
}

function leadOf(difference: number): Lead {
  return difference === 0 ? null : { isAhead: difference > 0, by: Math.abs(difference) }
}
