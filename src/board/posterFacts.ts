import type { ContestView } from "../contract/contestView.ts"
import type { AllWords } from "./boardWords.ts"

type Prize = { count: number; name: string }

/** What the poster says that has to be put together from the definition. */
export type PosterFacts = {
  /** Who may enter, in sentences. */
  who: string[]
  /** Of every round; where divisions have prizes of their own, with the division's name. */
  prizes: Prize[]
  /** Over the whole contest; 0: there are none. */
  collectivePrizes: number
  contact: string[]
}

/** The poster's facts, all of them from the contest's definition. */
export function posterFacts(
  { eligibility, awards, divisions, contact }: ContestView,
  { who }: AllWords["rules"],
): PosterFacts {
  const { accounts, minAge, minAssurance, unitRequired, identity } = eligibility
  const divisionName = (id: string | undefined) => divisions.find((division) => division.id === id)?.name
  return {
    who: [
      who.accounts(accounts.map((kind) => who[kind]).join(who.or)),
      ...(minAge === undefined ? [] : [who.minAge(minAge)]),
      ...(minAssurance === undefined ? [] : [who.minAssurance(minAssurance)]),
      unitRequired ? who.unitRequired : who.unitFree,
      ...(divisions.length > 1 ? [who.divisions(divisions.map(({ name }) => name).join("; "))] : []),
      identity === "person" ? who.person : who.account,
    ],
    prizes: awards.individual.map(({ count, name, division }) => ({
      count,
      name: division === undefined ? name : `${name} (${divisionName(division) ?? division})`,
    })),
    collectivePrizes: awards.collective.reduce((sum, { count }) => sum + count, 0),
    contact: [contact.name, contact.address, contact.phone, contact.email].filter(
      (part): part is string => part !== undefined,
    ),
  }
}

/** How many weeks stand side by side under the poster's bridge. */
const weeksInRow = 4

/** The rounds in rows, each row a bridge with an arch for each round. */
export function bridgeRows<T>(rounds: readonly T[]): T[][] {
  const rows = Math.ceil(rounds.length / weeksInRow)
  const perRow = Math.ceil(rounds.length / Math.max(1, rows))
  return Array.from({ length: rows }, (_, row) => rounds.slice(row * perRow, (row + 1) * perRow))
}
