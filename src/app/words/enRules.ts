import type { viRules } from "./viRules.ts"

/** English words of the rules screen. */
export const enRules: typeof viRules = {
  title: "Rules",
  intro: "Written from the very settings by which the service takes entries and ranks them.",
  version: (version) => `Version of the rules: ${version}.`,
  time: {
    heading: "1. Time",
    round: (round, from, to) => `Week ${round}: from ${from} to ${to}.`,
    grace: (minutes) =>
      `Entries made in time but delayed by the network are taken for ${minutes} more minutes, and rank behind those on time.`,
    noGrace: "Entries that arrive after the close do not count.",
  },
  who: {
    heading: "2. Who may enter",
    accounts: (names) => `People with an account of ${names}.`,
    "hue-s": "Hue-S",
    vneid: "VNeID",
    or: " or ",
    minAge: (years) => `At least ${years} years old.`,
    minAssurance: (level) => `With an account verified at level ${level} or higher.`,
    unitRequired: "Belonging to a unit of the list.",
    unitFree: "People who belong to no unit may enter, too.",
    person: "One entry a week for each person, however many accounts.",
    account: "One entry a week for each account.",
    excluded: "Organisers, jury and technical staff do not take part.",
    divisions: (names) => `Divisions: ${names}.`,
  },
  paper: {
    heading: "3. The paper",
    questions: (count) =>
      `${count} questions with one choice each, and a prediction of how many people have all ${count} right.`,
    same: "The same paper for everybody of a division.",
    shuffled: "The options stand in another order on every phone.",
    noTimer: "Answering is not timed. Pausing is fine as long as it is sent before the close.",
  },
  sending: {
    heading: "4. Sending",
    once: "Once sent, an entry cannot be changed or withdrawn.",
    receipt: "A received entry has a receipt with its code and the service's time of arrival.",
    clock: "The time of arrival is the service's, in whole seconds.",
  },
  ranking: {
    heading: "5. Ranking: compared in this order, the next only among equals",
    correct: "Right answers: more ranks higher.",
    prediction: "Prediction: nearer to the number of people with all right ranks higher.",
    received: "Time of arrival: earlier ranks higher.",
    draw: "A lot drawn by public numbers that nobody can choose beforehand.",
  },
  awards: {
    heading: "6. Awards",
    prize: (name, count) => `${name}: ${count} a week`,
    allCorrect: "only for an entry with all answers right",
    once: "At most one individual award for each person in the whole contest.",
    many: "One person may win in several weeks.",
    collective: (count) => `Collective awards: ${count} units.`,
  },
  standings: {
    heading: "7. Standings of units",
    formula: (participation, quality) => `Score = ${participation} share of entrants + ${quality} quality.`,
    least: (count) => `Units with fewer than ${count} entrants are listed, not ranked.`,
  },
  proof: {
    seventh: "7. Objective",
    eighth: "8. Objective",
    text: "Before a week opens, a hash of the answer key is published. With the results, the list of entries (without names) is published so that anyone can recompute them.",
  },
  fromOrganiser: "Further rules of the organisers",
}
