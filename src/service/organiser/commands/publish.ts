import { type Command, needed, Refused, roundNumber } from "../command.ts"
import { publishRound } from "../publish.ts"
import { reportText } from "../reportText.ts"

/** `publish <contest> <round>` */
export const publish: Command = {
  usage: "publish <contest> <round>",
  about: "after close and grace: freeze, mark, rank, publish",
  details:
    "Key, nonce and seed are revealed with the results. What is published is corrected by amend, never by publishing again.",
  async run({ sql, receipts, now, who, progress }, [contest, round]) {
    progress("marking and ranking …")
    const outcome = await publishRound(
      sql,
      receipts,
      needed(contest, "contest"),
      roundNumber(round),
      who,
      now,
    )
    if (!outcome.ok) throw new Refused(`not published: ${outcome.reason}`)
    const prizes = outcome.results.map(({ division, awards }) => {
      const given = awards.filter(({ winner }) => winner).length
      return `division ${division}: ${given} of ${awards.length} prizes given`
    })
    return `round ${round} published\n${prizes.join("\n")}\n\n${reportText(outcome.results)}`
  },
}
