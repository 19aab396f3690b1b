import type { Results } from "../../contract/results.ts"
import { plainLetters } from "../entering/searchUnits.ts"

export type Award = Results["awards"][number]
export type Winner = NonNullable<Award["winner"]>
/** A prize with its winners in order of rank. `vacant`: places that nobody qualified for. */
export type PrizeGroup = { prize: string; name: string; winners: Winner[]; vacant: number }

/**
 * Awards by prize, in the definition's order, with the winners that hold every word of the query in masked name, code or
 * unit, written with or without marks. Empty query: all of them. Prizes without a match are left out.
 */
export function searchWinners(
  awards: readonly Award[],
  query: string,
  unitName: (id: string) => string,
): PrizeGroup[] {
  const words = plainLetters(query).split(/\s+/).filter(Boolean)
  const groups: PrizeGroup[] = []
  for (const { prize, prizeName, winner } of awards) {
    let group = groups.find((known) => known.prize === prize)
    if (!group) {
      group = { prize, name: prizeName, winners: [], vacant: 0 }
      groups.push(group)
    }
    if (!winner) group.vacant += words.length === 0 ? 1 : 0
    else if (matches(winner, words, unitName)) group.winners.push(winner)
  }
  return groups.filter(({ winners, vacant }) => winners.length + vacant > 0)
}

function matches(winner: Winner, words: readonly string[], unitName: (id: string) => string): boolean {
  const text = plainLetters(`${winner.name} ${winner.unit ? unitName(winner.unit) : ""}`)
  // Codes are typed with hyphens or without.
  const code = winner.code.toLowerCase()
  return words.every(
    (word) => text.includes(word) || code.includes(word) || code.replace(/-/g, "").includes(word),
  )
}
