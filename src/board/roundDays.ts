import type { RoundView } from "../contract/contestView.ts"
import type { Speech } from "./boardWords.ts"

/** When a round runs: by days where it takes whole ones, else to the minute. */
export function roundDays(round: Pick<RoundView, "opensAt" | "closesAt">, { board, format }: Speech): string {
  const [opens, end] = [format.moment(round.opensAt), format.end(round.closesAt)]
  if (!opens.startsWith("00:00") || !end.startsWith("23:59")) return board.fromTo(opens, end)
  // The end is exclusive: its last millisecond is of the last day.
  return board.wholeDays(format.day(round.opensAt), format.day(Date.parse(round.closesAt) - 1))
}
