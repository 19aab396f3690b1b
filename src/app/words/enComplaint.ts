import type { viComplaint } from "./viComplaint.ts"

/** English words of complaints. */
export const enComplaint: typeof viComplaint = {
  title: "Complaint",
  intro:
    "About this contest: results, a late entry, a question, personal data. Other matters of the city belong in Hue-S's own field reports.",
  signIn:
    "A complaint goes with the account, so that the organisers know whom to answer. Please sign in first.",
  standalone:
    "A complaint goes with the account, so the contest has to be opened in Hue-S. The organisers can also be contacted directly.",
  kind: "What it is about",
  kinds: {
    result: "Results, ranking, awards",
    "late-entry": "An entry that came late or was not accepted, to be looked at again",
    question: "A mistake in a question or an answer",
    "personal-data": "Personal data that is wrong, or to be deleted",
    other: "Something else",
  },
  round: "Week",
  roundIfAny: "Week (if any)",
  text: "What happened",
  textHint:
    "What, when, and what should be done. With an entry code if there is one. No citizen numbers or passwords.",
  left: (count) => `Room for ${count} more characters.`,
  over: (count) => `${count} characters too long.`,
  kept: "The text is kept on this phone until it is sent.",
  notKept: "This phone does not let the app keep the text. Closing the page loses it.",
  send: "Send the complaint",
  sending: "Sending the complaint",
  errorTitle: "Please check",
  kindMissing: "Choose what it is about.",
  roundMissing: "Choose the week.",
  textMissing: "Write what happened.",
  tooLong: (most) => `Make it shorter, at most ${most} characters.`,
  failed: {
    title: "The complaint could not be sent",
    unreachable: "The service has not answered. The text is still here. Press again with network.",
    "signed-out":
      "Signing in did not work, so it was not sent. The text is still here. Press again to sign in.",
    refused:
      "The service takes no complaint of this account. The text is still here; the organisers can be contacted directly.",
  },
  slowDown: {
    title: "Enough complaints for today",
    perDay: (most, hours) =>
      `Everybody can send at most ${most} complaints in 24 hours, so several matters go into one. The text is still here; the next can go in about ${hours} hours.`,
    soon: (minutes) => `A little too fast. The text is still here; send again in ${minutes} minutes.`,
  },
  sent: {
    title: "The complaint has reached the organisers",
    number: "Number",
    due: "Answered before",
    ask: "Note this number down. To ask how it stands, call or write to the organisers and say the number.",
    again: "Send another complaint",
  },
  filed: "Sent from this phone",
}
