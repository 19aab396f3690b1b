import type { Instant } from "../../contest/vocabulary.ts"
import type { Revision } from "../../contract/results.ts"
import type { Receipts } from "../identity/receipts.ts"
import type { Sql } from "../sql/sql.ts"
import { sqlContests } from "../store/sqlContests.ts"
import { writeAudit } from "./audit.ts"
import { findPerson } from "./findPerson.ts"
import { reviseDivision } from "./revise.ts"

/** Which published rounds got a new revision by it, or why it was refused. */
export type ExcludeOutcome =
  | { ok: true; revisions: { round: number; revision: Revision }[] }
  | { ok: false; reason: string }

/**
 * Excludes a person (named by an entry's code or by reference) from a contest, in one transaction: no ticket and no entry
 * any more; earlier entries stay in the ledger, outside N, entrants, ranking and standings, with the reason public.
 */
export async function excludePerson(
  sql: Sql,
  receipts: Receipts,
  request: { contest: string; codeOrReference: string; reason: string; who: string },
  now: Instant,
): Promise<ExcludeOutcome> {
  const { contest, codeOrReference, reason, who } = request
  if (reason.trim() === "") return { ok: false, reason: "an exclusion needs a reason: it is published" }
  return sql.transaction(async (transaction): Promise<ExcludeOutcome> => {
    const stored = await sqlContests(transaction).contest(contest)
    if (!stored) return { ok: false, reason: `there is no contest "${contest}"` }
    const found = await findPerson(transaction, contest, codeOrReference)
    if (!found.ok) return found
    const { person } = found
    const inserted = await transaction.query(
      `insert into exclusions (contest, person, reason, excluded_at) values ($1, $2, $3, $4)
       on conflict do nothing returning person`,
      [contest, person, reason, new Date(now).toISOString()],
    )
    if (inserted.length === 0) return { ok: false, reason: "this person is excluded already" }
    const papers = await sqlContests(transaction).papers(contest)
    const entries = await transaction.query<{ round: number; division: string; code: string }>(
      "select round, division, code from entries where contest = $1 and person = $2 order by round",
      [contest, person],
    )
    const revisions: { round: number; revision: Revision }[] = []
    for (const { round, division, code } of entries) {
      const paper = papers.find((one) => one.round === round && one.division === division)
      if (!paper) continue
      const revision = await reviseDivision(
        transaction,
        receipts,
        stored,
        paper,
        { change: { kind: "exclusion", code }, reason },
        now,
      )
      if (revision) revisions.push({ round, revision })
    }
    const codes = entries.map(({ code }) => code)
    await writeAudit(transaction, {
      at: now,
      who,
      what: "exclude",
      why: reason,
      detail: { contest, codes, revisions },
    })
    return { ok: true, revisions }
  })
}
