import type { Mirror } from "./mirror.ts"
import type { Outbox } from "./outbox.ts"
import type { PublishedRound } from "./retention.ts"
import type { Row } from "./row.ts"
import type { OutboxStore } from "./store.ts"

/** A round as a contest's description has it. Instants in ISO 8601. */
export type DescribedRound = { number: number; closesAt: string; publishedAt?: string | undefined }

/**
 * What looks after the queue of a page: second copies, other screens, what rows need to know of their rounds. It is a
 * script of its own that comes after the first paint, late or not at all; nothing that is sealed waits for it.
 */
export interface Care {
  /** Whether a second place on this device has the row, as it is now. May never settle: a host need not answer. */
  keep(rowId: string): Promise<boolean>
  /** One more mirror, reconciled now, written from now on. Resolves once it is reconciled, or cannot be. */
  addMirror(mirror: Mirror): Promise<void>
  /** When the next timed attempt of any row is due (phone clock), or null. */
  nextAttemptAt(): Promise<number | null>
  /** The round closes then (service clock): paces attempts, and asks again for what an extended round had refused. */
  roundClosesAt(contest: string, round: number, closesAt: number): Promise<void>
  /** Deletes the delivered rows of a round 30 days after its results. `serviceNow`: the service's clock. May reject. */
  forgetDelivered(round: PublishedRound, serviceNow: number): Promise<void>
  /** What a contest's description says of the rounds; see `learnRounds`. */
  learnRounds(contest: string, rounds: readonly DescribedRound[], serviceNow: number | null): Promise<void>
}

/** The outbox as care has it. */
export type CaredOutbox = Omit<Outbox, "onChange"> & {
  store: OutboxStore
  /** Tells the listeners that the row was changed: by this page, or elsewhere. */
  changed(row: Row, isHere?: boolean): void
  /** `isHere`: this page changed it. */
  onChange(listener: (row: Row, isHere: boolean) => void): () => void
  /** Changes every row that is picked; gives how many were changed. */
  changeAll(pick: (row: Row) => boolean, change: (row: Row) => Row): Promise<number>
}
