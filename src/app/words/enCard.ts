import type { CardWords } from "./viCard.ts"

/** English words of the first screen. */
export const wording: CardWords = {
  weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  appName: "Hue-S contest",
  round: (number) => `Week ${number}`,
  back: "Back",
  home: "Home",
  help: "Help",
  rules: "Rules",
  readRules: "Read the rules",
  documents: "Study material",
  studyDocuments: "Study",
  studyFor: (round) => `Study for week ${round}`,
  practice: "Practise",
  resultsOf: (round) => `Results of week ${round}`,
  retry: "Try again",
  start: "Start",
  signInAgain: "Sign in again",
  sendNow: "Send now",
  seeReceipt: "See the receipt",
  seeCounted: "See the entry that counts",
  askReview: "Ask for a review",
  entrants: (count) => `${count} people have entered this week.`,
  deadline: (when) => `Closes: ${when}.`,
  opensAt: (when) => `Opens: ${when}.`,
  offlineNow: "No network. Answers are kept on this phone.",
  onlineAgain: "The network is back.",
  receivedNews: (code) => `Entry received. Code ${code}.`,
  newVersion: "New version – reload",
  signInFailed: "Signing in did not work. Press to try again.",
  loading: { title: "Opening the contest", slow: "The network is slow, please wait a little more." },
  loadFailed: {
    title: "The questions could not be loaded",
    body: "Check the network and try again. The attempt is not used up.",
  },
  offlineEmpty: {
    title: "The network is needed to load the questions",
    body: "Once loaded, they can be answered without it.",
  },
  noIdentity: { title: "Sign in to enter", body: "Entries count by Hue-S or VNeID account." },
  identityExpired: {
    title: "Signed out",
    body: "The answers are still on this phone. Sign in again to send them.",
  },
  upcoming: { title: (round) => `Week ${round} is not open yet` },
  open: {
    title: (round) => `Week ${round} is open`,
    body: (questions) =>
      `${questions} questions and 1 prediction, about 10 minutes. One entry each. Pausing is fine.`,
  },
  closingSoon: {
    title: (hours, minutes) =>
      `${hours > 0 ? `${hours} h ` : ""}${hours > 0 && minutes === 0 ? "" : `${minutes} min`} left`,
    body: "Send early: the network may be slow.",
  },
  alreadyEntered: {
    title: "Entered this week",
    code: (code) => `Entry ${code}`,
    at: (when) => `Received at ${when}`,
  },
  sending: { title: "Sending", body: "Pressing again does not send it twice." },
  queued: {
    title: "Not sent yet, waiting for the network",
    kept: "The entry is kept on this phone but ",
    notThere: "has not reached",
    onceOnline: " the organisers. Open the app again with network to send it.",
    onPage: "This phone does not keep the entry. It ",
    stayOpen: " the organisers. Leave this page open until it says “Entry received”.",
    deadline: (when) => `Closes: ${when}.`,
  },
  refusedLate: { title: "The entry came after the close" },
  refused: { title: "The entry was not accepted", body: "It is still kept on this phone." },
  superseded: {
    title: "Another entry of this account counts",
    body: "The one on this phone does not count.",
  },
  closed: {
    title: (round) => `Week ${round} is closed`,
    next: (round, when) => `Week ${round} opens: ${when}.`,
  },
  resultsPending: {
    title: "Results are being checked",
    due: (when) => `Expected before ${when}.`,
    body: "They are published once checked.",
  },
  resultsPublished: {
    title: (round) => `Results of week ${round} are out`,
    see: "See the results",
  },
  unavailable: { title: "Entries are paused", body: "The answers are still here." },
}
