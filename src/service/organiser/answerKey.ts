import type { AnswerKey, BankQuestion } from "../../contest/vocabulary.ts"
import type { Revision } from "../../contract/results.ts"

/** The answer key of a paper as it was committed to: accepted option ids, sorted, by question id. */
export function answerKeyOf(bank: readonly BankQuestion[]): Record<string, string[]> {
  return Object.fromEntries(bank.map(({ id, accepted }) => [id, [...accepted].sort()]))
}

/** The key after the amendments, oldest first. */
export function amendedKey(
  bank: readonly BankQuestion[],
  revisions: readonly Pick<Revision, "change">[],
): AnswerKey {
  const key: Record<string, readonly string[] | "void"> = answerKeyOf(bank)
  for (const { change } of revisions) if (change.kind === "key") key[change.question] = change.after
  return key
}
