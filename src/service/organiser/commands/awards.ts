import { awardList } from "../awardList.ts"
import { type Command, needed, Refused, roundNumber } from "../command.ts"
import { formatOption, formatRows } from "../tableOutput.ts"

/** `awards <contest> <round>` */
export const awards: Command = {
  usage: "awards <contest> <round> [--format table|csv|xlsx]",
  about: "winners with full names, for the decision's annex",
  details:
    'Place "declared": the entrant said unit or division, the host did not vouch for it. Check it before the decision.',
  options: formatOption,
  async run({ sql }, [contest, round], { format }) {
    const lines = await awardList(sql, needed(contest, "contest"), roundNumber(round))
    if (!lines) throw new Refused(`round ${round} of "${contest}" is not published`)
    return formatRows(
      lines.map(({ receivedAt, ...line }) => ({ ...line, receivedAt: receivedAt.toISOString() })),
      format,
    )
  },
}
