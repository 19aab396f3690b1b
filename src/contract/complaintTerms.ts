/** What a complaint is made of. Imports nothing: phones carry it. */
export const complaintKinds = ["result", "late-entry", "question", "personal-data", "other"] as const
/** What a complaint is about. */
export type ComplaintKind = (typeof complaintKinds)[number]

/** Longest text, in UTF-16 units after NFC. */
export const maxComplaintLength = 2000

/** More complaints of one person within 24 hours are sent back (`slow-down`), to be put into one. */
export const complaintsADay = 5
