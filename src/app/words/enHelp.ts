import type { viHelp } from "./viHelp.ts"

/** English words of the help screen. */
export const enHelp: typeof viHelp = {
  title: "Help",
  asked: "Often asked",
  contact: "Contact",
  email: "E-mail",
  phone: "Phone",
  address: "Address",
  text: "Text size",
  language: "Language · Ngôn ngữ",
  aloud: "“Read aloud” button",
  aloudOn: "Shown",
  aloudOff: "Hidden",
  complain: "Send a complaint",
  reference: {
    title: "Participant's reference",
    what: "By this the organisers find entry and data when there is a complaint. It does not tell who it is, and it is no password.",
    copy: "Copy",
    copied: "Copied.",
    notCopied: "This phone does not let it be copied. Write it down or take a screenshot.",
    later: "The reference comes with the first start of answering on this phone.",
  },
  questions: [
    {
      q: "What if the network goes while answering?",
      a: "Just go on: answers are kept on this phone. An entry sent without network waits and goes out once it is back.",
    },
    {
      q: "When is it really sent?",
      a: "Only when “Entry received” and an entry code show. Without a code it has not reached the organisers.",
    },
    {
      q: "Does pressing send twice count twice?",
      a: "No. Everybody has one entry a week; pressing again only brings the same receipt.",
    },
    {
      q: "Which time counts for the ranking?",
      a: "The service's time of arrival, not the phone's.",
    },
    {
      q: "When do results come?",
      a: "After the week has closed and been checked. The expected day is on the receipt, and on the start page once the week has closed.",
    },
    {
      q: "What if the entry code is lost?",
      a: "No harm. Sign in with the same account and open “My entries”. The code is no password.",
    },
    {
      q: "What if the phone breaks, is lost or replaced?",
      a: "A received entry is safe: sign in with the same account on another phone. Unfinished or unsent answers are on the old phone only; before the close they can be given again on another.",
    },
    {
      q: "May it be done on somebody else's phone?",
      a: "Yes, signed in with the entrant's own account. Each account sees its own entries only. Sign out of Hue-S afterwards.",
    },
    {
      q: "What if the wrong unit was chosen?",
      a: "The unit stays from the first entry on. Send a complaint about “Personal data that is wrong, or to be deleted” so that the organisers look at it.",
    },
    {
      q: "What if the account is not verified enough?",
      a: "Level 1 is registered in the VNeID app. Level 2 is done at a police office; then sign in again.",
    },
    {
      q: "Which data does the contest use?",
      a: "Name, unit, account id and answers. No citizen number, no phone number. To see them or have them deleted earlier, send a complaint.",
    },
    {
      q: "How are prizes handed out?",
      a: "The organisers publish names (partly masked) with entry codes, then tell day and place. Name and entry code are compared there. Prizes cost nothing. The organisers never ask for passwords, OTP codes or card numbers.",
    },
  ],
}
