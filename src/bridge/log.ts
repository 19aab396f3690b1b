import type { BridgeReason } from "./vocabulary.ts"

/** What happened, as a closed list: a line of the log never repeats what a message carried. */
export type BridgeNote =
  /** A call or notification went out, or was about to when the line after says why not. */
  | "sent"
  /** The good answer of a call arrived; otherwise the reason why there is none. */
  | "received"
  | BridgeReason
  /** Dropped: no message of this protocol, over 64 KiB, or after the end. */
  | "malformed"
  /** Dropped: the answer of a call that is over, of an earlier page, or of nobody's. */
  | "late"
  /** Dropped: a request delivered again. */
  | "doubled"
  /** Dropped: a notification that this side does not know. */
  | "unknown"
  /** A listener or handler of the application threw. */
  | "handler"
  /** Refused: a window message not sent by the page around this frame. */
  | "source"
  /** A way to the host was found; `about` names it. */
  | "found"
  /** Nobody answered: the app stands alone. */
  | "standalone"

/**
 * One line of the bridge's log. It has no parameters, results or texts of the other side, only method names of this
 * protocol and ids of this session: a token cannot get into it, whatever arrives.
 */
export type BridgeLogLine = {
  /** Reading of the monotonic clock, in milliseconds. */
  at: number
  note: BridgeNote
  /** A method that this side called, an event, or the name of a transport. */
  about?: string | undefined
  /** Id of a call of this session. */
  id?: string | undefined
}

/** Writes one line. Never throws. */
export type TakeNote = (note: BridgeNote, about?: string, id?: string) => void

/**
 * Puts a clock and a guard before the application's own `log`.
 * @param now monotonic clock, milliseconds
 * @param log may be missing, may throw: neither is felt by the caller
 */
export function noteTaker(now: () => number, log: ((line: BridgeLogLine) => void) | undefined): TakeNote {
  return (note, about, id) => {
    try {
      log?.({ at: now(), note, about, id })
    } catch {
      // A broken log must not keep a promise of the bridge from settling.
    }
  }
}
