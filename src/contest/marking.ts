import type { AnswerKey, Answers } from "./vocabulary.ts"

/** Whether `optionId` is credited for the question: it is among the accepted ones, or the question is void. */
export function isCredited(key: AnswerKey, questionId: string, optionId: string | undefined): boolean {
  const accepted = key[questionId]
  return accepted === "void" || (optionId !== undefined && accepted?.includes(optionId) === true)
}

/** The number of credited answers, 0..number of questions in `key`. Answers to questions outside the key count for nothing. */
export function mark(answers: Answers, key: AnswerKey): number {
  let correct = 0
  for (const questionId of Object.keys(key))
    if (isCredited(key, questionId, answers[questionId])) correct += 1
  return correct
}

/**
 * N, what the prediction is measured against: the number of distinct participants with every question credited.
 * Persons are counted, not entries, so that no way of storing entries can move it.
 */
export function countAllCorrect(
  entries: Iterable<{ participant: string; correct: number }>,
  questions: number,
): number {
  const allCorrect = new Set<string>()
  for (const { participant, correct } of entries) if (correct === questions) allCorrect.add(participant)
  return allCorrect.size
}
