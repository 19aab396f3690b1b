import * as v from "valibot"
import { unitKinds } from "../contest/vocabulary.ts"
import { isoInstant } from "./receipt.ts"

const share = v.nullable(v.number())

/** `GET …/standings`: leagues with their rows in order, and what the score is made of (contest/standings.ts). */
export const standingsSchema = v.object({
  contest: v.string(),
  asOf: isoInstant,
  /** Published rounds that are in. */
  rounds: v.array(v.number()),
  formula: v.object({
    participationWeight: v.number(),
    qualityWeight: v.number(),
    minEntrants: v.number(),
    minRate: v.number(),
    headcountAsOf: v.optional(v.string()),
  }),
  leagues: v.array(
    v.object({
      kinds: v.array(v.picklist(unitKinds)),
      prizes: v.number(),
      rows: v.array(
        v.object({
          unit: v.object({ id: v.string(), name: v.string(), headcount: v.optional(v.number()) }),
          /** What the unit did in each of `rounds`, so that the arithmetic can be repeated. */
          perRound: v.array(v.object({ entrants: v.number(), correct: v.number() })),
          entrants: v.number(),
          rate: share,
          quality: share,
          score: share,
          rank: v.nullable(v.number()),
          unrankedBecause: v.nullable(v.picklist(["headcount", "too-few", "low-rate"])),
          awarded: v.boolean(),
        }),
      ),
    }),
  ),
})
export type Standings = v.InferOutput<typeof standingsSchema>
