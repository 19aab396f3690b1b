import type { Row } from "./row.ts"

/** How long a delivered entry stays on the phone after publication. */
export const keptDays = 30
const dayMs = 24 * 60 * 60_000

/** A round whose results were published at `publishedAt` (milliseconds since 1970, service clock). */
export type PublishedRound = { contest: string; round: number; publishedAt: number }

/**
 * Whether a row may go: delivered, and the results out for `keptDays` by the service's clock, which the phone's cannot
 * replace here, because deleting is final. Nothing undelivered ever goes.
 */
export function mayGo(row: Row, round: PublishedRound, serviceNow: number): boolean {
  return (
    row.state === "received" &&
    row.contest === round.contest &&
    row.round === round.round &&
    serviceNow >= round.publishedAt + keptDays * dayMs
  )
}
