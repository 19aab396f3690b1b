import * as v from "valibot"
import { isoInstant, receiptSchema, sha256Hex } from "./receipt.ts"

/** Largest entry body, in bytes. */
export const maxEntryBytes = 8192

/** Deepest nesting of an entry body; the body itself is level 1. */
export const maxEntryDepth = 4

/**
 * A sealed entry as it is sent. Unknown members are refused. Whether the answers are exactly those of the paper and
 * the prediction is within the definition's bound, the service checks on top.
 */
export const entryBodySchema = v.strictObject({
  answers: v.record(v.string(), v.string()),
  prediction: v.pipe(v.number(), v.integer("must be a whole number"), v.minValue(0, "must be at least 0")),
  paperHash: sha256Hex,
  /** Version of the rules the citizen saw. */
  rulesVersion: v.pipe(v.string(), v.maxLength(40)),
  /** The phone's time at sealing: evidence only, it decides nothing. */
  answeredAt: isoInstant,
})
export type EntryBody = v.InferOutput<typeof entryBodySchema>

/** The result of one entry, there after publication. */
export const entryResultSchema = v.object({
  revision: v.number(),
  correct: v.number(),
  questions: v.array(
    v.object({
      id: v.string(),
      chosen: v.string(),
      credited: v.boolean(),
      accepted: v.union([v.array(v.string()), v.literal("void")]),
      explanation: v.string(),
    }),
  ),
  /** N: how many were all-correct. */
  allCorrect: v.number(),
  predictionError: v.number(),
  /** 1 is best; absent for an excluded entry. */
  rank: v.optional(v.number()),
  entrants: v.number(),
  award: v.optional(v.object({ id: v.string(), name: v.string() })),
  /** What the last awarded entry had, to set beside one's own. Absent where nothing was awarded. */
  lastAwarded: v.optional(
    v.object({ correct: v.number(), predictionError: v.number(), receivedAt: isoInstant, late: v.boolean() }),
  ),
})
export type EntryResult = v.InferOutput<typeof entryResultSchema>

/** A participant's entry to one round. */
export const entryViewSchema = v.object({ receipt: receiptSchema, result: v.optional(entryResultSchema) })
export type EntryView = v.InferOutput<typeof entryViewSchema>

/** A participant's entries over all rounds, by round. */
export const entriesViewSchema = v.object({ entries: v.array(entryViewSchema) })
export type EntriesView = v.InferOutput<typeof entriesViewSchema>
