import type { Instant } from "../../contest/vocabulary.ts"
import type { Revision } from "../../contract/results.ts"
import type { Receipts } from "../identity/receipts.ts"
import type { Sql } from "../sql/sql.ts"
import { sqlContests } from "../store/sqlContests.ts"
import { amendedKey } from "./answerKey.ts"
import { writeAudit } from "./audit.ts"
import { rehearse } from "./rehearse.ts"
import { reviseDivision, revisionsOf } from "./revise.ts"

/** What an amendment does to a question: other options are accepted instead, further ones too, or it is withdrawn. */
export type Amendment = { kind: "rekey" | "accept"; options: readonly string[] } | { kind: "void" }

/** What an amendment moved, or why it was refused, in a sentence for the organiser. */
export type AmendOutcome = { ok: true; revision: Revision } | { ok: false; reason: string }

/**
 * Corrects the key of one question of a published round. `commit: false` only tells what would move. Refused for unknown
 * rounds, questions and options, where nothing would change, and before publication (load another paper, or extend).
 */
export async function amendRound(
  sql: Sql,
  receipts: Receipts,
  request: {
    contest: string
    round: number
    question: string
    amendment: Amendment
    reason: string
    who: string
  },
  now: Instant,
  commit: boolean,
): Promise<AmendOutcome> {
  const { contest, round, question, amendment, reason, who } = request
  if (reason.trim() === "") return refused("an amendment needs a reason: it is published")
  return rehearse(sql, commit, async (transaction): Promise<AmendOutcome> => {
    const stored = await sqlContests(transaction).contest(contest)
    if (!stored) return refused(`there is no contest "${contest}"`)
    const papers = await sqlContests(transaction).papers(contest)
    const paper = papers.find((one) => one.round === round && one.bank.some(({ id }) => id === question))
    if (!paper) return refused(`round ${round} of "${contest}" has no question "${question}"`)
    const options = paper.bank.find(({ id }) => id === question)?.options.map(({ id }) => id) ?? []
    const named = amendment.kind === "void" ? [] : amendment.options
    const unknown = named.find((id) => !options.includes(id))
    if (unknown !== undefined)
      return refused(`question "${question}" has the options ${options.join(", ")}, not "${unknown}"`)
    if (amendment.kind !== "void" && named.length === 0) return refused("name the accepted options")

    const before =
      amendedKey(paper.bank, await revisionsOf(transaction, contest, round, paper.division))[question] ?? []
    const kept = amendment.kind === "accept" && before !== "void" ? before : []
    const after = amendment.kind === "void" ? ("void" as const) : [...new Set([...kept, ...named])].sort()
    if (String(before) === String(after)) return refused(`question "${question}" is marked like that already`)
    const change = { kind: "key" as const, question, before: before === "void" ? before : [...before], after }
    const revision = await reviseDivision(transaction, receipts, stored, paper, { change, reason }, now)
    if (!revision) return refused(`round ${round} is not published yet`)
    await writeAudit(transaction, {
      at: now,
      who,
      what: "amend",
      why: reason,
      detail: { contest, round, revision },
    })
    return { ok: true, revision }
  })
}

function refused(reason: string): AmendOutcome {
  return { ok: false, reason }
}
