import { createFormat, type Format } from "../app/format/format.ts"
import { createFigures, type Figures } from "../app/standings/figures.ts"
import type { StandingsWords } from "../app/standings/viStandings.ts"
import type { CardWords } from "../app/words/viCard.ts"
import type { viRules } from "../app/words/viRules.ts"
import type { BoardWords } from "./viBoard.ts"
import type { Wish } from "./wish.ts"

/** What the board's pages say: their own words, and those that they share with the mini-app. */
export type AllWords = {
  lang: Wish["lang"]
  board: BoardWords
  standings: StandingsWords
  card: CardWords
  rules: typeof viRules
}

/** Words, with dates and numbers as they are written in their language and in the contest's zone. */
export type Speech = AllWords & { format: Format; figures: Figures }

/** The words as they are spoken about a contest in this time zone. */
export function speak(words: AllWords, timeZone: string): Speech {
  return {
    ...words,
    format: createFormat({ timeZone, utcOffset: null, weekdays: words.card.weekdays }, words.lang),
    figures: createFigures(words.lang),
  }
}
