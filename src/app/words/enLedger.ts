import type { LedgerWords } from "./viLedger.ts"

/** English words of looking an entry up in the public ledger. Same keys as `viLedger.ts`. */
export const enLedger: LedgerWords = {
  title: "Find an entry in the public ledger",
  intro:
    "The public ledger lists every entry received, without names. Type an entry code: this phone works out by itself whether its row is part of the published ledger.",
  label: "Entry code",
  hint: "Printed on the receipt. Small letters, no hyphens, or O for 0 are all fine.",
  find: "Find and check",
  looking: "Looking and computing",
  noCode: "Not an entry code: a character is missing or wrong. A code looks like HS1‑7K4D‑91XQ‑X.",
  otherContest: "This code is not of this contest.",
  unreachable: "The service could not be asked. Check the network and try again.",
  unpublished: (round) =>
    `The ledger of week ${round} is not published yet. It comes together with the results.`,
  unknown: (code, round) => `The ledger of week ${round} has no ${code}`,
  unknownOther:
    "Compare the code with the receipt. If it is right and the ledger does not have it, send a complaint with the code.",
  unknownOwn:
    "This phone has a receipt of this code and the ledger does not have it: that is a fault of the organisers or the service. Send a complaint with the code; the receipt is the proof.",
  agrees: "It agrees",
  disagrees: "It does not agree",
  uncheckedTitle: "Could not be checked on this phone",
  unchecked: "This page may not compute hashes. Open it by an https address and try again.",
  checks: {
    root: {
      good: (place, of) =>
        `This row is part of the published ledger: row ${place} of ${of}, and it leads to the very root.`,
      bad: "This row leads to another root than the one published with the results: the row was changed, or this is not the published ledger.",
    },
    receipt: {
      good: "This row is what the receipt says: answers, prediction, time received.",
      bad: "This row is not what the receipt on this phone says: answers, prediction or time received differ.",
    },
    answers: {
      good: "The answers in the ledger are those sent from this phone.",
      bad: "The answers in the ledger differ from those sent from this phone.",
    },
  },
  notOwn: "The receipt of this code is not on this phone, so it could not be compared.",
  whatToDo: (code) =>
    `Send the organisers a complaint that names ${code} and what does not agree. Keep the receipt as proof.`,
  row: "The row in the ledger",
  code: "Entry code",
  round: "Week",
  division: "Division",
  at: "Received by the service",
  late: "late",
  prediction: "Prediction",
  answers: "Answers",
  question: (step, option) => `Question ${step}: ${option}`,
  numbers: "Numbers to compute it again",
  leaf: "Hash of the row (SHA-256)",
  path: (steps) => `From the row to the root: ${steps} steps`,
  root: "Published root",
  whole: "Recompute the whole ledger",
  wholeBody:
    "Anybody can download the ledger and recompute every mark, rank and award. On a computer with this software, one command:",
  download: (round) => `Download the whole ledger of week ${round} (NDJSON)`,
}
