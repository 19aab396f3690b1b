import type { WhyWords } from "./viWhy.ts"

/** English words of why an entry stands where it stands. Same keys as `viWhy.ts`. */
export const enWhy: WhyWords = {
  title: "Why it ranks there",
  thisEntry: "This entry",
  lastAwarded: "The last entry with an award",
  isLast: "This is the last entry with an award.",
  noAwards: "Nobody won an award this week.",
  equal: {
    correct: "as many right",
    prediction: "predicted as closely",
    received: "received in the same second",
  },
  behind: {
    correct: (by) => `${by} fewer right`,
    prediction: (by) => `the prediction off by ${by} more`,
    received: (span) => `received ${span} later`,
    onTime: "late, so behind every entry on time",
  },
  ahead: {
    correct: (by) => `${by} more right`,
    prediction: (by) => `the prediction off by ${by} less`,
    received: (span) => `received ${span} earlier`,
    onTime: "on time, so before every late entry",
  },
  draw: "Equal in everything: the order is drawn by public numbers.",
  units: {
    day: (count) => `${count} d`,
    hour: (count) => `${count} h`,
    minute: (count) => `${count} min`,
    second: (count) => `${count} s`,
  },
  oneAward: "No further award: nobody gets more than one individual award (rules, section 6).",
  truth: (count, questions) =>
    `Predictions are measured against ${count} entrants with all ${questions} right.`,
  note: "Compared in the order of section 5 of the rules.",
}
