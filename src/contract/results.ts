import * as v from "valibot"
import { isoInstant, sha256Hex } from "./receipt.ts"

/** Accepted option ids; "void": the question was withdrawn and everybody is credited. */
const accepted = v.union([v.array(v.string()), v.literal("void")])

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
      accepted,
      explanation: v.string(),
      source: v.string(),
      asOf: v.string(),
    }),
  ),
  /** Entries that do not count, with the organiser's reason; they stay in the ledger. */
  excluded: v.array(v.object({ code: v.string(), reason: v.string() })),
  /** Entries that came after grace and were refused. */
  refusedAttempts: v.number(),
  /**
   * What opens the commitments and repeats the draw (contest/commitment.ts, contest/draw.ts). `key`: the one committed to;
   * `questions` have it as amended.
   */
  reveal: v.object({
    key: v.record(v.string(), v.array(v.string())),
    nonce: sha256Hex,
    seed: sha256Hex,
    root: sha256Hex,
    count: v.number(),
  }),
  /** JWS (ES256, receipt keys) over the canonical JSON of the other members. */
  signature: v.string(),
})
export type Results = v.InferOutput<typeof resultsSchema>

const standing = v.nullable(v.object({ rank: v.number(), prize: v.nullable(v.string()) }))

/** One change to a published round: what was changed, why, and what that moved. */
export const revisionSchema = v.object({
  revision: v.number(),
  at: isoInstant,
  division: v.string(),
  change: v.variant("kind", [
    v.object({ kind: v.literal("key"), question: v.string(), before: accepted, after: accepted }),
    v.object({ kind: v.literal("exclusion"), code: v.string() }),
  ]),
  reason: v.string(),
  /** N before and after. */
  allCorrect: v.object({ before: v.number(), after: v.number() }),
  /** How many entries have another rank than before. */
  ranksMoved: v.number(),
  /** Every entry that gained or lost a prize; null: it does not count. */
  prizesMoved: v.array(v.object({ code: v.string(), before: standing, after: standing })),
})
export type Revision = v.InferOutput<typeof revisionSchema>

/** `GET …/revisions`: oldest first; empty for a round that was published once and never amended. */
export const revisionsSchema = v.object({ revisions: v.array(revisionSchema) })
export type Revisions = v.InferOutput<typeof revisionsSchema>
