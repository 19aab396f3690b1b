import type { AnswerKey, BankQuestion } from "../../contest/vocabulary.ts"

/** The answer key of a paper: accepted option ids, sorted, by question id. */
export function answerKeyOf(bank: readonly BankQuestion[]): AnswerKey {
  return Object.fromEntries(bank.map(({ id, accepted }) => [id, [...accepted].sort()]))
}
