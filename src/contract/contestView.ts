import * as v from "valibot"
import { definitionMembers } from "../contest/definition.ts"
import { roundPhases, unitKinds } from "../contest/vocabulary.ts"
import { isoInstant, sha256Hex } from "./receipt.ts"

const unitSchema = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(unitKinds),
  headcount: v.optional(v.number()),
  parent: v.optional(v.string()),
})

/** What was published of a paper's key and of its draw before the round opened (contest/commitment.ts). */
const commitmentSchema = v.object({ division: v.string(), key: sha256Hex, seed: sha256Hex })

/** A contest as citizens may see it: the definition, with each round's phase, commitments and entrants so far. */
export const contestViewSchema = v.object({
  ...definitionMembers,
  units: v.array(unitSchema),
  rounds: v.array(
    v.object({
      number: v.number(),
      opensAt: isoInstant,
      closesAt: isoInstant,
      resultsDueAt: v.optional(isoInstant),
      extended: v.optional(v.object({ from: isoInstant, reason: v.string() })),
      phase: v.picklist(roundPhases),
      /** Of the first publication; amendments come later. */
      publishedAt: v.optional(isoInstant),
      commitments: v.array(commitmentSchema),
      entrants: v.number(),
    }),
  ),
})
export type ContestView = v.InferOutput<typeof contestViewSchema>
export type RoundView = ContestView["rounds"][number]

/** `GET /contests`: what a service holds. `phase`: of the contest's current or next round. */
export const contestListSchema = v.object({
  contests: v.array(v.object({ id: v.string(), title: v.string(), phase: v.picklist(roundPhases) })),
})
export type ContestList = v.InferOutput<typeof contestListSchema>
