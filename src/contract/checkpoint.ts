import * as v from "valibot"
import { isoInstant, sha256Hex } from "./receipt.ts"

/**
 * The service's word, while a round is open, on how many rows its ledger has and what their root is. `signature`: a JWS
 * (ES256, receipt keys) over the canonical JSON of the other members. The final one is made after close and grace.
 */
export const checkpointSchema = v.object({
  contest: v.string(),
  round: v.number(),
  at: isoInstant,
  count: v.number(),
  root: sha256Hex,
  final: v.boolean(),
  signature: v.string(),
})
export type Checkpoint = v.InferOutput<typeof checkpointSchema>

/** `GET …/checkpoints`: oldest first. */
export const checkpointsSchema = v.object({ checkpoints: v.array(checkpointSchema) })
export type Checkpoints = v.InferOutput<typeof checkpointsSchema>
