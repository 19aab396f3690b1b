import type { Writing } from "../app/complaint/keptComplaints.ts"
import type { AppDeps } from "../app/deps.ts"
import type { Draft } from "../app/state/draft.ts"
import type { ContestView } from "../contract/contestView.ts"
import type { EntryView } from "../contract/entry.ts"
import type { Practice } from "../contract/practice.ts"
import type { Row } from "./fakeOutbox.ts"
import { midRound } from "./sampleContest.ts"

/** What a state of the gallery consists of; what is left out is a signed-in citizen in the middle of round 2. */
export type State = {
  path?: string
  now?: number
  contest?: ContestView | null | "down"
  host?: "in" | "out" | "standalone"
  /** Why signing in fails. */
  signIn?: "ASSURANCE_TOO_LOW" | "USER_DENIED" | "USER_CANCELLED"
  /** The device has a voice. */
  speaks?: boolean
  offline?: boolean
  draft?: Partial<Draft>
  rows?: readonly Row[]
  entries?: readonly EntryView[]
  refuses?: "not-eligible" | "read-only"
  practice?: Practice["questions"] | "down"
  /** A complaint begun before. */
  writing?: Partial<Writing>
  complaints?: "down" | "slow-down"
  unit?: string
  /** The phone keeps nothing. */
  forgetful?: boolean
  /** A delivery is under way and does not end. */
  sending?: boolean
  /** Calls that the service answers in its own way. */
  answers?: Partial<Awaited<AppDeps["api"]>>
  /** Typed after the first paint, by the field's id. */
  typed?: Readonly<Record<string, string>>
  /** Tapped after that, by their words. */
  taps?: readonly string[]
}

/** The instant of a state. */
export function instantOf({ now }: State): number {
  return now ?? midRound
}
