import { type Command, needed, neededOption, Refused } from "../command.ts"
import { excludePerson } from "../exclude.ts"
import { revisionText } from "./amend.ts"

/** `exclude <contest> <code or reference>` */
export const exclude: Command = {
  usage: 'exclude <contest> <code or reference> --reason "…"',
  about: "an organiser, juror or technician does not count: refused from now on, earlier entries left out",
  details:
    "The code is the one on a receipt; the reference (NT0-…) is shown to its owner on the help screen. The reason is public.",
  options: { reason: { type: "string" } },
  async run({ sql, receipts, now, who }, [contest, code], options) {
    const request = {
      contest: needed(contest, "contest"),
      codeOrReference: needed(code, "code or reference"),
      reason: neededOption(options, "reason"),
      who,
    }
    const outcome = await excludePerson(sql, receipts, request, now)
    if (!outcome.ok) throw new Refused(`not excluded: ${outcome.reason}`)
    const revised = outcome.revisions.map(
      ({ round, revision }) => `\nround ${round}, revision ${revision.revision}\n${revisionText(revision)}`,
    )
    return `excluded${revised.join("\n")}`
  },
}
