import * as v from "valibot"
import { complaintKinds, maxComplaintLength } from "./complaintTerms.ts"
import { isoInstant } from "./receipt.ts"

/** `POST …/complaints`. Unknown members are refused. */
export const complaintRequestSchema = v.strictObject({
  kind: v.picklist(complaintKinds),
  round: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  text: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, "must not be empty"),
    v.maxLength(maxComplaintLength, `must have at most ${maxComplaintLength} characters`),
  ),
})
export type ComplaintRequest = v.InferOutput<typeof complaintRequestSchema>

/** The number to ask by, and until when there is an answer. */
export const complaintReceiptSchema = v.object({ number: v.string(), dueAt: isoInstant })
export type ComplaintReceipt = v.InferOutput<typeof complaintReceiptSchema>
