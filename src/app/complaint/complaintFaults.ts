import { type ComplaintKind, maxComplaintLength } from "../../contract/complaintTerms.ts"
import type { Writing } from "./keptComplaints.ts"

/** Whether a complaint of this kind is about one round: always, perhaps, never. */
export const roundOfKind: Readonly<Record<ComplaintKind, "needed" | "possible" | "none">> = {
  result: "needed",
  "late-entry": "needed",
  question: "needed",
  "personal-data": "none",
  other: "possible",
}

/** What is missing in a complaint, by field; a field without a fault is left out. */
export type ComplaintFaults = {
  kind?: "kindMissing"
  round?: "roundMissing"
  text?: "textMissing" | "tooLong"
}

/** UTF-16 units of the text as it would be sent. */
export function complaintLength(text: string): number {
  return text.normalize("NFC").trim().length
}

/** Checks what the service would refuse, and the round where the kind needs one. */
export function complaintFaults({ kind, round, text }: Writing): ComplaintFaults {
  const length = complaintLength(text)
  return {
    ...(kind === null && { kind: "kindMissing" }),
    ...(kind !== null && roundOfKind[kind] === "needed" && round === null && { round: "roundMissing" }),
    ...(length === 0 && { text: "textMissing" }),
    ...(length > maxComplaintLength && { text: "tooLong" }),
  } as const
}
