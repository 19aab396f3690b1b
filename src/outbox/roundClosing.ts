import { isRefusedForClosing, type Row } from "./row.ts"

/**
 * The row once its round is known to close at `closesAt` (service clock, milliseconds since 1970): one that was
 * refused for closing goes back into the queue if that is later than what it knew. `now`: phone clock.
 */
export function withClosing(row: Row, closesAt: number, now: number): Row {
  if (row.closesAt === closesAt) return row
  const known = row.closesAt ?? Date.parse(row.lastProblem?.closedAt ?? "")
  const isExtended = isRefusedForClosing(row) && !(closesAt <= known)
  if (!isExtended) return { ...row, closesAt }
  // A copy that was restored after it had been refused has no ticket to be asked again with.
  return { ...row, closesAt, state: row.ticket === null ? "needs-ticket" : "queued", nextAttemptAt: now }
}
