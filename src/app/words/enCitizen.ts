import type { CitizenWords } from "./viCitizen.ts"

/** English words of the home card about the citizen. */
export const wording: CitizenWords = {
  standings: "Unit standings",
  myEntries: "My entries",
  seeMyEntries: "See my entries",
  unsentOf: (round) => `The entry of week ${round} is not sent yet`,
  resume: "Go on",
  resumeFrom: (step) => `Go on from question ${step}`,
  signIn: "Sign in",
  openHost: "Open Hue-S",
  reportData: "Report wrong data",
  offlineReady: {
    title: "No network",
    body: "Just go on. Answers are kept on this phone. The entry can be sent once the network is back.",
  },
  standalone: { title: "Open Hue-S to enter", body: "Entries count by Hue-S or VNeID account." },
  inProgress: {
    title: "Answers not finished",
    body: (answered, of) => `${answered} of ${of} questions answered.`,
  },
  resultsRevised: {
    title: (round) => `The results of week ${round} were changed`,
    body: "Right answers or the entries that count have changed.",
    see: "See the changes",
  },
  signInFaults: {
    ASSURANCE_TOO_LOW: {
      title: "This account is not verified enough",
      body: "A level 2 account is needed. Level 2 is given at a police office; then sign in again.",
    },
    USER_DENIED: {
      title: "The account may not be used yet",
      body: "It is needed so that everybody has one entry only. Sign in again and allow it.",
    },
    USER_CANCELLED: {
      title: "Signing in was not finished",
      body: "Entries count by Hue-S or VNeID account.",
    },
  },
  refusedLate: "It is kept as evidence, outside the awards.",
  supersededBy: (when) => `The entry received at ${when} counts. The one on this phone does not.`,
  notEligible: {
    reasons: {
      "account-kind": "Rules, section 2: not with this kind of account.",
      assurance: "Rules, section 2: a level 2 account is needed, given at a police office.",
      age: "Rules, section 2: not old enough.",
      "person-missing": "Rules, section 2: the account is not tied to one person.",
      "unit-required": "Rules, section 2: belonging to a unit of the list is needed.",
      "unit-unknown": "This unit is not in the contest's list.",
      "division-unknown": "This division is not in the contest.",
      "division-frozen": "Division and unit were chosen in the first week and stay the same.",
      excluded: "Rules, section 2: organisers, jury and technical staff do not take part.",
    },
    title: "This account may not enter",
    rest: "Studying and practising are still possible.",
  },
  results: {
    allCorrect: (count, questions) => `${count} people had all ${questions} right.`,
    own: (correct, prediction, error) =>
      `This entry: ${correct} right; predicted ${prediction}, off by ${error}.`,
  },
}
