import type { Care, DescribedRound } from "./care.ts"

/**
 * Tells the outbox what its rows of a contest depend on: when a round closes decides how fast a waiting entry is tried
 * again, and 30 days after the results the delivered ones go. `serviceNow`: the service's clock, milliseconds since
 * 1970; null while no answer has told it, and then nothing goes.
 */
export async function learnRounds(
  care: Pick<Care, "roundClosesAt" | "forgetDelivered">,
  contest: string,
  rounds: readonly DescribedRound[],
  serviceNow: number | null,
): Promise<void> {
  for (const { number, closesAt, publishedAt } of rounds) {
    await care.roundClosesAt(contest, number, Date.parse(closesAt))
    if (publishedAt === undefined || serviceNow === null) continue
    const published = { contest, round: number, publishedAt: Date.parse(publishedAt) }
    // A store that fails keeps its rows until the next opening.
    await care.forgetDelivered(published, serviceNow).catch(() => undefined)
  }
}
