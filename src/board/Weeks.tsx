import type { ContestView, RoundView } from "../contract/contestView.ts"
import type { Speech } from "./boardWords.ts"

/** How far each round is, and when the results of those that have none are due. */
export function Weeks({ contest, speech }: { contest: ContestView; speech: Speech }) {
  return (
    <ul class="weeks">
      {contest.rounds.map((round) => (
        <li key={round.number} class={round.phase}>
          <strong>{speech.board.round(round.number)}</strong> <WeekState round={round} speech={speech} />
        </li>
      ))}
    </ul>
  )
}

/** One round's state in a sentence or two. */
export function WeekState({ round, speech: { board, format } }: { round: RoundView; speech: Speech }) {
  const { phase, opensAt, closesAt, resultsDueAt } = round
  const entrants = format.number(round.entrants)
  const state = {
    upcoming: () => board.phases.upcoming(format.moment(opensAt)),
    open: () => board.phases.open(format.end(closesAt), entrants),
    closed: () => board.phases.closed(entrants),
    published: () => board.phases.published(entrants),
  }[phase]()
  const isDue = resultsDueAt !== undefined && (phase === "open" || phase === "closed")
  return <span>{isDue ? `${state} ${board.due(format.moment(resultsDueAt))}` : state}</span>
}
