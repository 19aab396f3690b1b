import { graceEndsAt } from "../../contest/calendar.ts"
import type { Instant } from "../../contest/vocabulary.ts"
import type { Results } from "../../contract/results.ts"
import { toIso } from "../clock.ts"
import type { Receipts } from "../identity/receipts.ts"
import type { Sql } from "../sql/sql.ts"
import type { StoredContest } from "../store/contestStore.ts"
import { sqlContests } from "../store/sqlContests.ts"
import { sqlResults } from "../store/sqlResults.ts"
import { answerKeyOf } from "./answerKey.ts"
import { writeAudit } from "./audit.ts"
import { takeCheckpoint } from "./checkpoint.ts"
import { publishDivision } from "./publishDivision.ts"

/** What publishing gave, by division, or why it was refused, in a sentence for the organiser. */
export type PublishOutcome = { ok: true; results: Results[] } | { ok: false; reason: string }

/**
 * Freezes, marks, ranks and publishes a round. Refused before close and grace have passed, without a paper for every
 * division, and where it is published already (amend.ts makes revisions).
 */
export async function publishRound(
  sql: Sql,
  receipts: Receipts,
  contest: string,
  round: number,
  who: string,
  now: Instant,
): Promise<PublishOutcome> {
  const stored = await sqlContests(sql).contest(contest)
  if (!stored) return refused(`there is no contest "${contest}"`)
  const reason = await whyNot(sql, stored, round, now)
  if (reason !== null) return refused(reason)
  const { root, count } = await finalLedger(sql, receipts, stored, round, now)
  return sql.transaction(async (transaction) => {
    await transaction.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
      `publish ${contest} ${round}`,
    ])
    // Somebody else may have published while this one waited.
    const tooLate = await whyNot(transaction, stored, round, now)
    if (tooLate !== null) return refused(tooLate)
    const papers = (await sqlContests(transaction).papers(contest)).filter((paper) => paper.round === round)
    const results: Results[] = []
    for (const paper of papers) {
      const division = {
        contest: stored,
        paper,
        revision: 1,
        key: answerKeyOf(paper.bank),
        ledger: { root, count },
      }
      results.push(await publishDivision(transaction, receipts, division, now))
    }
    const reports = results.map(({ division, report }) => ({ division, report }))
    await writeAudit(transaction, {
      at: now,
      who,
      what: "publish",
      detail: { contest, round, root, reports },
    })
    return { ok: true, results }
  })
}

/** The round's last word on its ledger: as it was signed after grace, else made and signed now. */
async function finalLedger(
  sql: Sql,
  receipts: Receipts,
  { definition }: StoredContest,
  round: number,
  now: Instant,
): Promise<{ root: string; count: number }> {
  const window = definition.rounds.find(({ number }) => number === round)
  if (!window) throw new Error("a round that may be published is one of the contest's")
  const [signed] = await sql.query<{ root: string; count: number }>(
    "select root, count from checkpoints where contest = $1 and round = $2 and final and at >= $3 order by at desc limit 1",
    [definition.id, round, toIso(graceEndsAt(window, definition.late.graceMinutes))],
  )
  const ledger = signed ?? (await takeCheckpoint(sql, receipts, definition.id, round, now, true))
  if (!ledger) throw new Error("a final checkpoint waits its turn and is always made")
  return ledger
}

async function whyNot(
  sql: Sql,
  { definition }: StoredContest,
  number: number,
  now: Instant,
): Promise<string | null> {
  const round = definition.rounds.find((one) => one.number === number)
  if (!round) return `contest "${definition.id}" has no round ${number}`
  const graceEnd = graceEndsAt(round, definition.late.graceMinutes)
  if (now < graceEnd) return `round ${number} takes entries until ${toIso(graceEnd)}`
  if ((await sqlResults(sql).publishedRounds(definition.id)).has(number))
    return `round ${number} is published already`
  const papers = (await sqlContests(sql).papers(definition.id)).filter((paper) => paper.round === number)
  const without = definition.divisions.find(({ id }) => !papers.some(({ division }) => division === id))
  return without ? `division "${without.id}" has no paper for round ${number}` : null
}

function refused(reason: string): PublishOutcome {
  return { ok: false, reason }
}
