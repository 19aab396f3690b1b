import { type Command, needed, Refused, roundNumber } from "../command.ts"
import { publishRound } from "../publish.ts"
import { textTable } from "../textTable.ts"

/** `publish <contest> <round>` */
export const publish: Command = {
  usage: "publish <contest> <round>",
  about: "after close and grace: freeze, mark, rank, publish",
  details:
    "Key, nonce and seed are revealed with the results. What is published is corrected by `amend`, never by publishing again.",
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
    return outcome.results
      .map(({ division, report, awards }) => {
        const given = awards.filter(({ winner }) => winner).length
        const share =
          report.entrants === 0 ? "–" : `${((100 * report.allCorrect) / report.entrants).toFixed(2)} %`
        const counts = textTable([{ ...report, "all-correct share": share }])
        return `round ${round}, division ${division}: published, ${given} of ${awards.length} prizes given\n${counts}`
      })
      .join("\n\n")
  },
}
