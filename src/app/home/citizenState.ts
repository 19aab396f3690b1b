import type { BridgeReason } from "../../bridge/vocabulary.ts"
import { answeredCount, type Draft } from "../state/draft.ts"
import type { EntryStatus } from "../state/entryStatus.ts"
import type { SessionState } from "../state/session.ts"
import type { Barred, OwnState } from "./homeState.ts"

/** What is known of the citizen. Signals may be read: the home card follows. */
export type CitizenParts = {
  session(): SessionState
  /** Why signing in failed last, if it did. */
  refusal(): BridgeReason | null
  barred(): Barred | null
  /** The round whose published results are known to have been revised. */
  revised(): number | null
  draftOf(round: number): Draft | null
  entryOf(round: number): EntryStatus | null
}

/** The home card's states about the citizen, most urgent first: an entry before a draft before the round itself. */
export function citizenState({
  session,
  refusal,
  barred,
  revised,
  draftOf,
  entryOf,
}: CitizenParts): OwnState {
  return {
    hasEntry: (round) => entryOf(round) !== null,
    during(round, offline, closing) {
      const entry = entryOf(round.number)
      if (entry) return { kind: "entry", round, entry }
      const draft = draftOf(round.number)
      if (draft) {
        const progress = {
          answered: answeredCount(draft),
          of: draft.questions.length,
          step: Math.min(draft.step, draft.questions.length),
        }
        const kind = offline ? "offline-ready" : "in-progress"
        return closing(progress) ?? { kind, round, progress }
      }
      const bar = barred()
      if (bar?.code === "not-eligible") return { kind: "not-eligible", reason: bar.reason }
      if (bar) return { kind: "unavailable", round }
      if (session() === "standalone") return { kind: "standalone", round }
      // Signing in would fail as well.
      if (offline) return null
      return session() === "out" || refusal() ? { kind: "no-identity", round, refusal: refusal() } : null
    },
    after(round) {
      const entry = entryOf(round.number)
      const received = entry?.kind === "received" ? entry : null
      if (round.phase === "published") {
        const prediction = received?.receipt.prediction ?? null
        const result = received?.result ?? null
        const isRevised = revised() === round.number || (result?.revision ?? 1) > 1
        return { kind: isRevised ? "results-revised" : "results-published", round, result, prediction }
      }
      // Still on its way, or refused: that matters more than what everybody waits for.
      if (entry && !received && entry.kind !== "superseded") return { kind: "entry", round, entry }
      return { kind: "results-pending", round, entered: entry !== null }
    },
  }
}
