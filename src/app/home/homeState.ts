import type { BridgeReason } from "../../bridge/vocabulary.ts"
import type { Instant } from "../../contest/vocabulary.ts"
import type { ContestView, RoundView } from "../../contract/contestView.ts"
import type { EntryResult } from "../../contract/entry.ts"
import type { Ineligibility } from "../../contract/problemCodes.ts"
import type { LoadState } from "../state/contestState.ts"
import type { EntryStatus } from "../state/entryStatus.ts"
import { currentRound, phaseOf, windowOf } from "../state/rounds.ts"

/** Why the last attempt to get a ticket failed for good, for this citizen. */
export type Barred = { code: "not-eligible"; reason: Ineligibility | null } | { code: "unavailable" }

/** Everything the home card depends on. `own`: null until the third script knows the citizen. */
export type HomeInput = {
  load: LoadState
  view: ContestView | null
  now: Instant
  offline: boolean
  own: OwnState | null
}

type Closing = (progress: Progress | null) => HomeState | null

/** What goes before the states that are the same for everybody (citizenState.ts). Null: nothing does. */
export type OwnState = {
  /** While the round is open. `closing`: what its last two hours make of an entry under way; null before them. */
  during(round: RoundView, offline: boolean, closing: Closing): HomeState | null
  /** After its close. */
  after(round: RoundView): HomeState | null
  hasEntry(round: number): boolean
}

type Progress = { answered: number; of: number; step: number }

/** The one thing that the home card says. Names as in the design's table of states. */
export type HomeState =
  | { kind: "loading" | "slow" | "load-failed" | "offline-empty" }
  | { kind: "standalone" | "unavailable"; round: RoundView }
  | { kind: "no-identity"; round: RoundView; refusal: BridgeReason | null }
  | { kind: "not-eligible"; reason: Ineligibility | null }
  | { kind: "upcoming" | "open"; round: RoundView }
  | { kind: "in-progress" | "offline-ready"; round: RoundView; progress: Progress }
  | { kind: "closing-soon"; round: RoundView; progress: Progress | null; minutesLeft: number }
  | { kind: "entry"; round: RoundView; entry: EntryStatus }
  | { kind: "closed"; round: RoundView; next: RoundView }
  | { kind: "results-pending"; round: RoundView; entered: boolean }
  | {
      kind: "results-published" | "results-revised"
      round: RoundView
      result: EntryResult | null
      prediction: number | null
    }

const soonMs = 2 * 3_600_000

/** What the card says, most urgent first: an entry before a draft before the round itself. */
export function homeState(input: HomeInput): HomeState {
  const { view, now } = input
  const round = view && currentRound(view, now)
  if (!view || !round) return withoutContest(input)
  const phase = phaseOf(round, now)
  if (phase === "upcoming") return betweenRounds(input, view, round)
  if (phase !== "open") return afterClose(input, round)
  return duringRound(input, round)
}

function withoutContest({ load, offline }: HomeInput): HomeState {
  if (load === "failed") return { kind: offline ? "offline-empty" : "load-failed" }
  return { kind: load === "slow" ? "slow" : "loading" }
}

function duringRound({ own, now, offline }: HomeInput, round: RoundView): HomeState {
  const leftMs = windowOf(round).closesAt - now
  const minutesLeft = Math.ceil(leftMs / 60_000)
  const closing: Closing = (progress) =>
    leftMs < soonMs ? { kind: "closing-soon", round, progress, minutesLeft } : null
  const mine = own?.during(round, offline, closing)
  if (mine) return mine
  return offline ? { kind: "offline-empty" } : (closing(null) ?? { kind: "open", round })
}

/** `next` is yet to open: what there is to say of the round before it comes first, if there is one. */
function betweenRounds(input: HomeInput, view: ContestView, next: RoundView): HomeState {
  const before = view.rounds.filter((round) => phaseOf(round, input.now) !== "upcoming").at(-1)
  if (!before) return { kind: "upcoming", round: next }
  if (before.phase === "published" || input.own?.hasEntry(before.number)) return afterClose(input, before)
  return { kind: "closed", round: before, next }
}

function afterClose({ own }: HomeInput, round: RoundView): HomeState {
  return (
    own?.after(round) ??
    (round.phase === "published"
      ? { kind: "results-published", round, result: null, prediction: null }
      : { kind: "results-pending", round, entered: false })
  )
}
