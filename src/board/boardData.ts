import type { ContestView, RoundView } from "../contract/contestView.ts"
import type { Results } from "../contract/results.ts"
import type { Standings } from "../contract/standings.ts"
import type { BoardApi } from "./boardApi.ts"
import type { Wish } from "./wish.ts"

/** What one look at the service gave. */
export type BoardData = {
  contest: ContestView
  standings: Standings
  /** The round that is asked for, with what is published of it; null: no such round, or none published yet. */
  round: ShownRound | null
}
export type ShownRound = { round: RoundView; divisions: DivisionResults[] }
export type DivisionResults = { name: string; results: Results }

/**
 * Fetches contest, standings, and the results of one round: the one asked for, else the last published. `divisions` is
 * empty for a round that is not published. Rejects where any of it cannot be had: figures of two moments are not mixed.
 */
export async function loadBoard(api: BoardApi, { round: asked }: Pick<Wish, "round">): Promise<BoardData> {
  const [contest, standings] = await Promise.all([api.contest(), api.standings()])
  const round =
    asked === null
      ? contest.rounds.findLast(({ phase }) => phase === "published")
      : contest.rounds.find(({ number }) => number === asked)
  if (!round) return { contest, standings, round: null }
  const divisions =
    round.phase === "published"
      ? await Promise.all(
          contest.divisions.map(async ({ id, name }) => ({
            name,
            results: await api.results(round.number, id),
          })),
        )
      : []
  return { contest, standings, round: { round, divisions } }
}

/** The round that people can enter, else the next one; null: all are over. By what the service said. */
export function roundToEnter({ rounds }: ContestView): RoundView | null {
  return (
    rounds.find(({ phase }) => phase === "open") ?? rounds.find(({ phase }) => phase === "upcoming") ?? null
  )
}

/** Rounds that have begun. */
export function roundsBegun({ rounds }: ContestView): number {
  return rounds.filter(({ phase }) => phase !== "upcoming").length
}
