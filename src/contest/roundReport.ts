/** The figures of a round as such contests publish them. The four bands add up to `entrants`. */
export type RoundReport = {
  entrants: number
  allCorrect: number
  /** At least 75 % of the questions, but not all. */
  atLeast75: number
  /** At least 25 %, below 75 %. */
  from25To75: number
  /** Below 25 %. */
  below25: number
  /** None right; part of `below25`. */
  noneRight: number
}

/** Counts the bands from the numbers of correct answers (0..questions each), in one pass. */
export function reportRound(corrects: Iterable<number>, questions: number): RoundReport {
  const report: RoundReport = {
    entrants: 0,
    allCorrect: 0,
    atLeast75: 0,
    from25To75: 0,
    below25: 0,
    noneRight: 0,
  }
  for (const correct of corrects) {
    report.entrants += 1
    if (correct === questions) report.allCorrect += 1
    // In whole numbers: 4·correct against 3·questions and 1·questions, so that no fraction rounds.
    else if (4 * correct >= 3 * questions) report.atLeast75 += 1
    else if (4 * correct >= questions) report.from25To75 += 1
    else report.below25 += 1
    if (correct === 0) report.noneRight += 1
  }
  return report
}
