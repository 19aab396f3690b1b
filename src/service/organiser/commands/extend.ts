import { randomBytes } from "node:crypto"
import * as v from "valibot"
import { instantSchema } from "../../../contest/definition.ts"
import { toIso } from "../../clock.ts"
import { type Command, needed, neededOption, Refused, roundNumber } from "../command.ts"
import { extendRound } from "../extend.ts"

/** `extend <contest> <round>` */
export const extend: Command = {
  usage: 'extend <contest> <round> --closes-at 2024-11-04T12:00:00+07:00 --reason "…"',
  about: "let a round close later, before its publication; shown to all",
  details:
    "Entries that were refused meanwhile and had arrived before the new close are admitted with the time they came.",
  options: { "closes-at": { type: "string" }, reason: { type: "string" } },
  async run({ sql, receipts, now, who }, [contest, round], options) {
    const closesAt = v.safeParse(instantSchema, neededOption(options, "closes-at"))
    if (!closesAt.success) throw new Refused(`--closes-at ${closesAt.issues[0].message}`)
    const request = {
      contest: needed(contest, "contest"),
      round: roundNumber(round),
      closesAt: closesAt.output,
      reason: neededOption(options, "reason"),
      who,
      receipts,
      randomBytes,
    }
    const outcome = await extendRound(sql, request, now)
    if (!outcome.ok) throw new Refused(`not extended: ${outcome.reason}`)
    return `round ${round} closes at ${toIso(closesAt.output)}; ${outcome.admitted} refused entries admitted`
  },
}
