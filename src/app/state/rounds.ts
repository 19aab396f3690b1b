import { phaseAt, type Window } from "../../contest/calendar.ts"
import type { Instant, RoundPhase } from "../../contest/vocabulary.ts"
import type { ContestView, RoundView } from "../../contract/contestView.ts"

/** The round's window as instants. */
export function windowOf(round: RoundView): Window {
  return { opensAt: Date.parse(round.opensAt), closesAt: Date.parse(round.closesAt) }
}

/** Where a round stands: by the window at `now`, but published as soon as the service has said so. */
export function phaseOf(round: RoundView, now: Instant): RoundPhase {
  return round.phase === "published" ? "published" : phaseAt(windowOf(round), now)
}

/** The round that is open at `now`, else the next to open, else the last one. Null only without rounds. */
export function currentRound(view: ContestView, now: Instant): RoundView | null {
  const { rounds } = view
  return (
    rounds.find((round) => phaseOf(round, now) === "open") ??
    rounds.find((round) => phaseOf(round, now) === "upcoming") ??
    rounds.at(-1) ??
    null
  )
}

/** The round of this number, or null. */
export function roundOf(view: ContestView | null, number: number): RoundView | null {
  return view?.rounds.find((round) => round.number === number) ?? null
}
