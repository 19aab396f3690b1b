import { enStandings } from "../app/standings/enStandings.ts"
import { wording as enCard } from "../app/words/enCard.ts"
import { enRules } from "../app/words/enRules.ts"
import type { AllWords } from "./boardWords.ts"
import { enBoard } from "./enBoard.ts"

/** All English words of the board. */
export const words: Omit<AllWords, "lang"> = {
  board: enBoard,
  standings: enStandings,
  card: enCard,
  rules: enRules,
}
