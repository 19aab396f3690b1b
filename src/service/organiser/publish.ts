import { graceEndsAt } from "../../contest/calendar.ts"
import type { ContestDefinition } from "../../contest/definition.ts"
import { maskedName } from "../../contest/maskedName.ts"
import { predictionError } from "../../contest/ranking.ts"
import { type RoundReport, reportRound } from "../../contest/roundReport.ts"
import type { Instant, Unit } from "../../contest/vocabulary.ts"
import type { Results } from "../../contract/results.ts"
import { toIso } from "../clock.ts"
import type { Sql } from "../sql/sql.ts"
import type { StoredPaper } from "../store/contestStore.ts"
import { sqlContests } from "../store/sqlContests.ts"
import { sqlResults } from "../store/sqlResults.ts"
import { answerKeyOf } from "./answerKey.ts"
import { writeAudit } from "./audit.ts"
import { giveAwards } from "./giveAwards.ts"
import { sealLedger } from "./ledgerRoot.ts"
import { countAllCorrectMarks, type MarkedPaper, markEntries, rankEntries } from "./markRound.ts"

/** What publishing gave, by division, or why it was refused, in a sentence for the organiser. */
export type PublishOutcome = { ok: true; results: Results[] } | { ok: false; reason: string }

/**
 * Freezes, marks, ranks and publishes a round, in one transaction. Refused before close and grace have passed, without
 * a paper for every division, and where it is published already (amendments make revisions, not this).
 */
export async function publishRound(
  sql: Sql,
  contest: string,
  number: number,
  who: string,
  now: Instant,
): Promise<PublishOutcome> {
  return sql.transaction(async (transaction) => {
    const store = { ...sqlContests(transaction), ...sqlResults(transaction) }
    const stored = await store.contest(contest)
    if (!stored) return refused(`there is no contest "${contest}"`)
    const { definition, units } = stored
    const round = definition.rounds.find((one) => one.number === number)
    if (!round) return refused(`contest "${contest}" has no round ${number}`)
    const graceEnd = graceEndsAt(round, definition.late.graceMinutes)
    if (now < graceEnd) return refused(`round ${number} takes entries until ${toIso(graceEnd)}`)
    if ((await store.publishedRounds(contest)).has(number))
      return refused(`round ${number} is published already`)
    const papers = (await store.papers(contest)).filter((paper) => paper.round === number)
    const without = definition.divisions.find(({ id }) => !papers.some(({ division }) => division === id))
    if (without) return refused(`division "${without.id}" has no paper for round ${number}`)

    const root = await sealLedger(transaction, contest, number)
    const results: Results[] = []
    for (const paper of papers) {
      const marked = { contest, round: number, division: paper.division, revision: 1 }
      const published = await publishDivision(transaction, definition, units, paper, marked, root, now)
      await transaction.query(
        "insert into publications (contest, round, division, revision, results) values ($1, $2, $3, 1, $4::jsonb)",
        [contest, number, paper.division, JSON.stringify(published)],
      )
      results.push(published)
    }
    const reports = results.map(({ division, report }) => ({ division, report }))
    await writeAudit(transaction, {
      at: now,
      who,
      what: "publish",
      detail: { contest, round: number, root, reports },
    })
    return { ok: true, results }
  })
}

function refused(reason: string): PublishOutcome {
  return { ok: false, reason }
}

async function publishDivision(
  sql: Sql,
  definition: ContestDefinition,
  units: readonly Unit[],
  paper: StoredPaper,
  marked: MarkedPaper,
  root: string,
  now: Instant,
): Promise<Results> {
  const key = answerKeyOf(paper.bank)
  const questions = paper.bank.length
  await markEntries(sql, marked, key)
  const allCorrect = await countAllCorrectMarks(sql, marked, questions)
  await rankEntries(sql, marked, { order: definition.ranking, questions, allCorrect, seed: paper.seed, root })
  const awards = await giveAwards(sql, marked, definition)
  return {
    contest: marked.contest,
    round: marked.round,
    division: marked.division,
    revision: marked.revision,
    publishedAt: toIso(now),
    report: await roundReport(sql, marked, questions),
    awards: awards.map(({ prize, entry }) => ({
      prize: prize.id,
      prizeName: prize.name,
      ...(entry
        ? {
            winner: {
              rank: entry.rank,
              code: entry.code,
              name: maskedName(entry.name ?? undefined),
              ...unitName(units, entry.unit),
              correct: entry.correct,
              prediction: entry.prediction,
              predictionError: predictionError(entry.prediction, allCorrect),
              receivedAt: toIso(entry.receivedAt.getTime()),
              late: entry.late,
            },
          }
        : {}),
    })),
    questions: paper.bank.map(({ id, explanation, source, asOf }) => {
      const accepted = key[id]
      return {
        id,
        accepted: accepted === undefined || accepted === "void" ? "void" : [...accepted],
        explanation,
        source,
        asOf,
      }
    }),
    reveal: { nonce: paper.nonce, seed: paper.seed, root },
  }
}

function unitName(units: readonly Unit[], id: string | null): { unit?: string } {
  const unit = units.find((one) => one.id === id)
  return unit ? { unit: unit.name } : {}
}

async function roundReport(sql: Sql, paper: MarkedPaper, questions: number): Promise<RoundReport> {
  const rows = await sql.query<{ correct: number; entries: number }>(
    `select correct, count(*)::int as entries from marks
     where contest = $1 and round = $2 and division = $3 and revision = $4 and counted group by correct`,
    [paper.contest, paper.round, paper.division, paper.revision],
  )
  function* corrects() {
    for (const { correct, entries } of rows) for (let one = 0; one < entries; one += 1) yield correct
  }
  return reportRound(corrects(), questions)
}
