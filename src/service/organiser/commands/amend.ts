import type { Revision } from "../../../contract/results.ts"
import { type Amendment, amendRound } from "../amend.ts"
import { type Command, type CommandOptions, needed, neededOption, Refused, roundNumber } from "../command.ts"
import { textTable } from "../textTable.ts"

/** `amend <contest> <round> <question>` */
export const amend: Command = {
  usage: 'amend <contest> <round> <question> (--accept b,c | --rekey b | --void) --reason "…"',
  about: "correct the key of a published round: shows what moves, asks, then does it",
  details:
    "--accept: these options count too. --rekey: these count instead. --void: everybody is credited.\n" +
    "The change, the reason and what it moved are public. --yes does it without asking.",
  options: {
    accept: { type: "string" },
    rekey: { type: "string" },
    void: { type: "boolean" },
    reason: { type: "string" },
    yes: { type: "boolean" },
  },
  async run({ sql, receipts, now, who, ask }, [contest, round, question], options) {
    const request = {
      contest: needed(contest, "contest"),
      round: roundNumber(round),
      question: needed(question, "question"),
      amendment: amendmentOf(options),
      reason: neededOption(options, "reason"),
      who,
    }
    const rehearsed = await amendRound(sql, receipts, request, now, false)
    if (!rehearsed.ok) throw new Refused(`not amended: ${rehearsed.reason}`)
    const diff = revisionText(rehearsed.revision)
    if (!options.yes && !(await ask(`${diff}\n\nPublish this amendment?`))) return "nothing was changed"
    const done = await amendRound(sql, receipts, request, now, true)
    if (!done.ok) throw new Refused(`not amended: ${done.reason}`)
    return `${revisionText(done.revision)}\n\npublished as revision ${done.revision.revision}`
  },
}

function amendmentOf({ accept, rekey, void: isVoid }: CommandOptions): Amendment {
  const given = [accept, rekey, isVoid].filter((one) => one !== undefined)
  if (given.length !== 1) throw new Refused("give one of --accept, --rekey and --void")
  if (isVoid) return { kind: "void" }
  const options = String(accept ?? rekey)
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  return { kind: accept === undefined ? "rekey" : "accept", options }
}

/** What a revision changed and moved, for a terminal. */
export function revisionText({ change, allCorrect, ranksMoved, prizesMoved }: Revision): string {
  const what =
    change.kind === "key"
      ? `question ${change.question}: ${optionsText(change.before)} → ${optionsText(change.after)}`
      : `entry ${change.code} does not count any more`
  const standing = (one: Revision["prizesMoved"][number]["before"]) =>
    one ? `${one.rank} (${one.prize ?? "no prize"})` : "does not count"
  const prizes = prizesMoved.map(({ code, before, after }) => ({
    code,
    before: standing(before),
    after: standing(after),
  }))
  const moved = prizes.length === 0 ? "no prize changes hands" : textTable(prizes)
  return `${what}\nall-correct: ${allCorrect.before} → ${allCorrect.after}\nranks moved: ${ranksMoved}\n${moved}`
}

function optionsText(options: readonly string[] | "void"): string {
  return options === "void" ? "void" : options.join(", ")
}
