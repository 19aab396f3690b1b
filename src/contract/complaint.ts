import * as v from "valibot"
import { isoInstant } from "./receipt.ts"

export const complaintKinds = ["result", "late-entry", "question", "personal-data", "other"] as const
/** What a complaint is about. */
export type ComplaintKind = (typeof complaintKinds)[number]

/** `POST …/complaints`. Unknown members are refused. */
export const complaintRequestSchema = v.strictObject({
  kind: v.picklist(complaintKinds),
  round: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  text: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, "must not be empty"),
    v.maxLength(2000, "must have at most 2000 characters"),
  ),
})
export type ComplaintRequest = v.InferOutput<typeof complaintRequestSchema>

/** The number to ask by, and until when there is an answer. */
export const complaintReceiptSchema = v.object({ number: v.string(), dueAt: isoInstant })
export type ComplaintReceipt = v.InferOutput<typeof complaintReceiptSchema>
