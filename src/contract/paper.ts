import * as v from "valibot"
import { sha256Hex } from "./receipt.ts"

/** A round's questions for one division, in order; the phone shuffles options. Nothing in it tells an accepted option. */
export const paperSchema = v.object({
  round: v.number(),
  division: v.string(),
  paperHash: sha256Hex,
  questions: v.array(
    v.object({
      id: v.string(),
      text: v.string(),
      options: v.array(v.object({ id: v.string(), text: v.string() })),
    }),
  ),
})
export type Paper = v.InferOutput<typeof paperSchema>
