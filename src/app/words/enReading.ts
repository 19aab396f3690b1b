import { enStandings } from "../standings/enStandings.ts"
import { wording as enCard } from "./enCard.ts"
import { wording as enCitizen } from "./enCitizen.ts"
import { enComplaint } from "./enComplaint.ts"
import { enHelp } from "./enHelp.ts"
import { enLedger } from "./enLedger.ts"
import { enPractice } from "./enPractice.ts"
import { enRevisions } from "./enRevisions.ts"
import { enRules } from "./enRules.ts"
import { enWhy } from "./enWhy.ts"
import type { ReadingWords } from "./viReading.ts"

/** English words of the screens beside the way of an entry. Same keys as `viReading.ts`. */
export const wording: ReadingWords = {
  card: enCard,
  citizen: enCitizen,
  rules: enRules,
  ledger: enLedger,
  revisions: enRevisions,
  why: enWhy,
  standings: enStandings,
  practice: enPractice,
  complaint: enComplaint,
  documents: {
    title: "Study material",
    intro: "The questions come from these documents.",
    none: "The organisers have not named any.",
    number: (number) => `No. ${number}`,
    dated: (day) => `of ${day}`,
    open: "Open",
    needsNetwork: "needs the network",
    answers: "Answers of past weeks",
    answersIntro: "The first time needs the network; after that they stay until the app is closed.",
  },
  mine: {
    title: "My entries",
    none: "No entries with this account yet.",
    signIn: "Sign in to see the entries.",
    unknown: "The service could not be asked. This is what this phone has kept.",
    draft: "Not finished",
    notEntered: "Not entered",
    states: {
      received: "Entry received",
      superseded: "Another entry counts",
      sending: "Sending",
      queued: "Not sent yet",
      "needs-ticket": "Sign in again to send",
      "refused-late": "Came after the close",
      refused: "Not accepted",
    },
    code: "Entry code",
    resultUnknown: "The result of this entry could not be loaded.",
    correct: (correct, of) => `${correct} of ${of} right`,
    see: (round) => `See the entry of week ${round}`,
  },
  results: {
    title: (round) => `Results of week ${round}`,
    own: "This entry",
    rank: (rank, of) => `Rank ${rank} of ${of}`,
    award: (name) => `Won: ${name}`,
    notOwn: "This account has no entry in this week.",
    late: "late",
    line: (correct, of, error, time) => `${correct}/${of} · off by ${error} · ${time}`,
    report: "Everybody this week",
    entrants: "Entrants",
    allCorrect: (of) => `All ${of} right`,
    atLeast75: "75 % right or more",
    from25To75: "25 to below 75 % right",
    below25: "Below 25 % right",
    noneRight: "of these none right",
    answers: "Answers and explanations",
    winners: "Winners",
    published: (when) => `Published at ${when}.`,
    revised: (number) => `The results were changed ${number === 1 ? "once" : `${number} times`}.`,
    seeRevisions: "See the changes",
    standings: "Unit standings",
    ledger: "Find an entry in the public ledger",
    division: "Division",
    excluded: "This entry does not count.",
    pending: "The results are not published yet.",
    failed: "The results could not be loaded",
  },
  answers: {
    title: (round) => `Answers of week ${round}`,
    question: (step) => `Question ${step}`,
    right: "Right",
    wrong: "Not right",
    void: "This question was withdrawn: everybody is credited.",
    chosen: "Chosen",
    accepted: "Accepted",
    acceptedAny: (count) => `Accepted, any of ${count}`,
    amended: (before) => `Changed after publication. At first: ${before}.`,
    noPaper:
      "The questions could not be loaded, so the answers do not show. Check the network and try again.",
    source: "Source",
    asOf: (day) => `true on ${day}`,
  },
  units: {
    league: "Group of units",
    ownRanked: (name, rank, of, points) => `${name}: rank ${rank} of ${of}, ${points} points.`,
    ownUnranked: (name) => `${name}: not ranked yet, the reason stands below the table.`,
    notYet: "No results are published yet. The standings come with the first week's results.",
    none: "This contest has no collective prizes.",
  },
  winners: {
    title: (round) => `Winners of week ${round}`,
    note: "Names are partly masked. Compare by the entry code.",
    search: "Find a winner",
    searchHint: "Type a few letters of the name, the unit or the entry code. Marks are not needed.",
    found: (count) => (count === 1 ? "1 match." : `${count} matches.`),
    notFound: "No match. Try fewer letters, or the entry code alone.",
    own: "This entry",
    vacant: (count) => `${count === 1 ? "1 prize" : `${count} prizes`} that nobody qualified for`,
    safety: "Prizes cost nothing. The organisers never ask for passwords, OTP codes or card numbers.",
    prediction: (count) => `predicted ${count}`,
  },
  help: enHelp,
}
