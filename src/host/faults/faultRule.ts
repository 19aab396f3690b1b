import type { Grant } from "../../bridge/vocabulary.ts"

/** What is done to a message. Milliseconds; `gone` without a time lasts until the app is opened again. */
export type Effect =
  /** The call is answered with this error and never reaches the host. */
  | { kind: "error"; code: number }
  /** Delivered after a time between the two, both included. */
  | { kind: "late"; minMs: number; maxMs: number }
  | { kind: "never" | "twice" | "malformed" }
  /** Delivered after the next message of its direction, or after a second. */
  | { kind: "reordered" }
  /** The call succeeds with the result null. */
  | { kind: "null" }
  /** The host's handler turns null: nothing passes any more, either way. */
  | { kind: "gone"; ms: number | null }

/** One rule: which messages it is for, and what becomes of them. */
export type FaultRule = {
  /** As it was written. */
  source: string
  /** A method of the protocol, or "*" for all. */
  method: string
  /** Only the how-manieth, from 1; null: each. */
  nth: number | null
  /** How often it strikes, 0..1, by the seed. */
  chance: number
  effect: Effect
}

/** All that is wrong with a host. */
export type Faults = {
  rules: readonly FaultRule[]
  /** "old": speaks no version of ours. "newer": speaks later versions too, and says things nobody knows yet. */
  host: "old" | "newer" | null
  /** What it grants; null: everything. */
  grants: readonly Grant[] | null
}

export const noFaults: Faults = { rules: [], host: null, grants: null }
