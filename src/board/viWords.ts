import { viStandings } from "../app/standings/viStandings.ts"
import { viCard } from "../app/words/viCard.ts"
import { viRules } from "../app/words/viRules.ts"
import type { AllWords } from "./boardWords.ts"
import { viBoard } from "./viBoard.ts"

/** All Vietnamese words of the board. */
export const words: Omit<AllWords, "lang"> = {
  board: viBoard,
  standings: viStandings,
  card: viCard,
  rules: viRules,
}
