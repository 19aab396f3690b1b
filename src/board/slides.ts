import type { RoundView } from "../contract/contestView.ts"
import type { Results } from "../contract/results.ts"
import { type BoardData, type DivisionResults, roundToEnter } from "./boardData.ts"

/** One page of the notice screen. */
export type Slide =
  | { kind: "weeks"; key: string }
  | { kind: "standings"; key: string; league: number; skip: number }
  | { kind: "report"; key: string; round: RoundView; division: DivisionResults }
  | { kind: "awards"; key: string; round: RoundView; division: DivisionResults; awards: Results["awards"] }
  | { kind: "join"; key: string; round: RoundView }

/** Units on one page: what still can be read from the back of a hall. */
export const unitsPerSlide = 10
/** Pages for one league: the places behind the prizes matter less there, and the full list is on the ward's web page. */
const slidesPerLeague = 2
const awardsPerSlide = 8

/**
 * The pages of the notice screen, in order: leagues, the last published round, who won, how to enter. Without a published
 * round: the weeks as they stand.
 */
export function slidesOf({ contest, standings, round }: BoardData): Slide[] {
  const enter = roundToEnter(contest)
  const slides: Slide[] = standings.rounds.length === 0 ? [{ kind: "weeks", key: "weeks" }] : []
  if (standings.rounds.length > 0) slides.push(...leagueSlides(standings))
  if (round) for (const division of round.divisions) slides.push(...roundSlides(round.round, division))
  if (enter) slides.push({ kind: "join", key: "join", round: enter })
  return slides
}

function leagueSlides({ leagues }: BoardData["standings"]): Slide[] {
  return leagues.flatMap(({ rows }, league) => {
    const ranked = rows.filter(({ rank }) => rank !== null).length
    const pages = Math.min(slidesPerLeague, Math.max(1, Math.ceil(ranked / unitsPerSlide)))
    return Array.from({ length: pages }, (_, page) => ({
      kind: "standings" as const,
      key: `standings ${league} ${page}`,
      league,
      skip: page * unitsPerSlide,
    }))
  })
}

function roundSlides(round: RoundView, division: DivisionResults): Slide[] {
  const { awards, division: id } = division.results
  const pages = Math.ceil(awards.length / awardsPerSlide)
  return [
    { kind: "report", key: `report ${id}`, round, division },
    ...Array.from({ length: pages }, (_, page) => ({
      kind: "awards" as const,
      key: `awards ${id} ${page}`,
      round,
      division,
      awards: awards.slice(page * awardsPerSlide, (page + 1) * awardsPerSlide),
    })),
  ]
}
