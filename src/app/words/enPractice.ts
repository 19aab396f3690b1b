import type { viPractice } from "./viPractice.ts"

/** English words of the practice run. */
export const enPractice: typeof viPractice = {
  title: "Practice",
  banner: "Practice – does not count as an entry",
  progress: (step, of) => `Practice question ${step} of ${of}`,
  answer: "Check the answer",
  missing: "Choose an answer, then press “Check the answer”.",
  right: "Right",
  wrong: "Not right",
  accepted: "Accepted answer",
  isRight: "accepted answer",
  isChosen: "chosen, not right",
  next: "Next practice question",
  finish: "See how it went",
  skip: "Skip this question",
  loading: "Loading the practice questions",
  none: "The organisers have not given any practice questions.",
  failed: "The practice questions could not be loaded",
  failedBody: "The first time needs the network. Once opened, practising works without it.",
  done: "Practice finished",
  score: (right, of) => `${right} of ${of} practice questions right`,
  unanswered: (count) => `${count} practice questions without an answer.`,
  notSent: "Practice is not kept, not sent, and does not count as an entry.",
  again: "Practise again",
  knowledge: "What to know",
  knowledgeIntro: "Taken from the practice questions. Once opened, it can be read without network.",
}
