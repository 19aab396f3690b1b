import type { BridgeReason } from "../../bridge/vocabulary.ts"
import type { Instant } from "../../contest/vocabulary.ts"
import type { ContestView, RoundView } from "../../contract/contestView.ts"
import type { EntryResult } from "../../contract/entry.ts"
import type { Ineligibility } from "../../contract/problemCodes.ts"
import type { LoadState } from "../state/contestState.ts"
import { answeredCount, type Draft } from "../state/draft.ts"
import type { EntryStatus } from "../state/entryStatus.ts"
import { currentRound, phaseOf, windowOf } from "../state/rounds.ts"
import type { SessionState } from "../state/session.ts"

/** Why the last attempt to get a ticket failed for good, for this citizen. */
export type Barred = { code: "not-eligible"; reason: Ineligibility | null } | { code: "unavailable" }

/** Everything the home card depends on. */
export type HomeInput = {
  load: LoadState
  view: ContestView | null
  now: Instant
  offline: boolean
  session: SessionState
  /** Why signing in failed last, if it did. */
  refusal: BridgeReason | null
  barred: Barred | null
  draftOf(round: number): Draft | null
  entryOf(round: number): EntryStatus | null
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
  | { kind: "results-published"; round: RoundView; result: EntryResult | null; prediction: number | null }

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

function duringRound(input: HomeInput, round: RoundView): HomeState {
  const entry = input.entryOf(round.number)
  if (entry) return { kind: "entry", round, entry }
  const leftMs = windowOf(round).closesAt - input.now
  const minutesLeft = Math.ceil(leftMs / 60_000)
  const draft = input.draftOf(round.number)
  if (draft) {
    const progress = {
      answered: answeredCount(draft),
      of: draft.questions.length,
      step: Math.min(draft.step, draft.questions.length),
    }
    if (leftMs < soonMs) return { kind: "closing-soon", round, progress, minutesLeft }
    return { kind: input.offline ? "offline-ready" : "in-progress", round, progress }
  }
  const { barred } = input
  if (barred?.code === "not-eligible") return { kind: "not-eligible", reason: barred.reason }
  if (barred) return { kind: "unavailable", round }
  if (input.session === "standalone") return { kind: "standalone", round }
  if (input.offline) return { kind: "offline-empty" }
  if (input.session === "out" || input.refusal) return { kind: "no-identity", round, refusal: input.refusal }
  if (leftMs < soonMs) return { kind: "closing-soon", round, progress: null, minutesLeft }
  return { kind: "open", round }
}

/** `next` is yet to open: what there is to say of the round before it comes first, if there is one. */
function betweenRounds(input: HomeInput, view: ContestView, next: RoundView): HomeState {
  const before = view.rounds.filter((round) => phaseOf(round, input.now) !== "upcoming").at(-1)
  if (!before) return { kind: "upcoming", round: next }
  if (before.phase === "published" || input.entryOf(before.number)) return afterClose(input, before)
  return { kind: "closed", round: before, next }
}

function afterClose(input: HomeInput, round: RoundView): HomeState {
  const entry = input.entryOf(round.number)
  const received = entry?.kind === "received" ? entry : null
  if (round.phase === "published") {
    const prediction = received?.receipt.prediction ?? null
    return { kind: "results-published", round, result: received?.result ?? null, prediction }
  }
  // Still on its way, or refused: that matters more than what everybody waits for.
  if (entry && !received && entry.kind !== "superseded") return { kind: "entry", round, entry }
  return { kind: "results-pending", round, entered: entry !== null }
}
