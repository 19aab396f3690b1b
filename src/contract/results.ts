import * as v from "valibot"
import { isoInstant, sha256Hex } from "./receipt.ts"

/** The published results of a round's division. Names are masked; prizes in the definition's order. */
export const resultsSchema = v.object({
  contest: v.string(),
  round: v.number(),
  division: v.string(),
  revision: v.number(),
  publishedAt: isoInstant,
  /** See contest/roundReport.ts. */
  report: v.object({
    entrants: v.number(),
    allCorrect: v.number(),
    atLeast75: v.number(),
    from25To75: v.number(),
    below25: v.number(),
    noneRight: v.number(),
  }),
  awards: v.array(
    v.object({
      prize: v.string(),
      prizeName: v.string(),
      /** Absent where the prize stays unawarded. */
      winner: v.optional(
        v.object({
          rank: v.number(),
          code: v.string(),
          name: v.string(),
          unit: v.optional(v.string()),
          correct: v.number(),
          prediction: v.number(),
          predictionError: v.number(),
          receivedAt: isoInstant,
          late: v.boolean(),
        }),
      ),
    }),
  ),
  questions: v.array(
    v.object({
      id: v.string(),
      accepted: v.union([v.array(v.string()), v.literal("void")]),
      explanation: v.string(),
      source: v.string(),
      asOf: v.string(),
    }),
  ),
  /** What opens the commitments and repeats the draw (contest/commitment.ts, contest/draw.ts). */
  reveal: v.object({ nonce: sha256Hex, seed: sha256Hex, root: sha256Hex }),
})
export type Results = v.InferOutput<typeof resultsSchema>
