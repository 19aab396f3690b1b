import type { IndividualPrize } from "./definition.ts"

/** One prize as given. `entry` is null where nobody qualified: the prize stays unawarded. */
export type Award<T> = {
  readonly prize: IndividualPrize
  readonly entry: T | null
  readonly rank: number | null
}

/**
 * Gives the prizes, in the definition's order, down the ranking.
 * `ranked` may be longer than needed and is read only as far as prizes go. A prize that `requiresAllCorrect` stays
 * unawarded rather than go to an entry with less than `questions` correct; that entry takes the next prize instead.
 * `mayWin` leaves out those who may not win (any more), e.g. an earlier round's winner under oneAwardPerPerson.
 */
export function allocateAwards<T extends { correct: number }>(
  ranked: Iterable<T>,
  prizes: readonly IndividualPrize[],
  questions: number,
  mayWin: (entry: T) => boolean = () => true,
): Award<T>[] {
  const candidates = ranked[Symbol.iterator]()
  let rank = 0
  const next = (): T | null => {
    for (;;) {
      const { done, value } = candidates.next()
      if (done) return null
      rank += 1
      if (mayWin(value)) return value
    }
  }
  const awards: Award<T>[] = []
  let candidate = next()
  for (const prize of prizes) {
    for (let place = 0; place < prize.count; place += 1) {
      const qualifies = candidate !== null && (!prize.requiresAllCorrect || candidate.correct === questions)
      awards.push({ prize, entry: qualifies ? candidate : null, rank: qualifies ? rank : null })
      if (qualifies) candidate = next()
    }
  }
  return awards
}
