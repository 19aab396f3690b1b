import type { ReceiptWords } from "./viReceipt.ts"

/** The English words of the receipt. */
export const wording: ReceiptWords = {
  received: "Entry received",
  receivedLate: "Entry received, within the extra time",
  lateBody: "It counts; the time for the ranking is that of its arrival.",
  code: "Entry code",
  at: "Received (service time)",
  round: "Week",
  unit: "Unit",
  prediction: "Prediction",
  people: (count) => `${count} people`,
  next: "What comes next",
  nextResults: (when) => `Results come before ${when}.`,
  nextResultsUnknown: "Results come after the week has closed and been checked.",
  nextKeep: "Keep the code to look up the result. It is no password.",
  save: "Keep the receipt",
  share: "Share",
  shared: "The receipt was shared.",
  notShared: "It could not be shared. Save the picture or copy the entry code.",
  imageMade: "An image of the receipt was made. If it is not on the phone, take a screenshot.",
  imageShown: "Press and hold the picture below to save it. If that does nothing, take a screenshot.",
  pictureAlt: (code) => `Picture of the receipt, entry code ${code}`,
  notSaved: "This phone does not keep files. Take a screenshot or write the code down.",
  shareTitle: (round) => `Receipt of week ${round}`,
  counted: "The entry that counts",
}
