import type { ContestDefinition } from "../../contest/definition.ts"
import { maskedName } from "../../contest/maskedName.ts"
import { predictionError } from "../../contest/ranking.ts"
import { type RoundReport, reportRound } from "../../contest/roundReport.ts"
import type { AnswerKey, Instant, Unit } from "../../contest/vocabulary.ts"
import { canonicalJson } from "../../contract/canonicalJson.ts"
import type { Results } from "../../contract/results.ts"
import { toIso } from "../clock.ts"
import type { Receipts } from "../identity/receipts.ts"
import type { Sql } from "../sql/sql.ts"
import type { StoredContest, StoredPaper } from "../store/contestStore.ts"
import { answerKeyOf } from "./answerKey.ts"
import { giveAwards } from "./giveAwards.ts"
import { type MarkedPaper, markAndRank } from "./markRound.ts"

/** What one revision of a division's results is made of. `key`: as amended. `ledger`: the round's final root and count. */
export type DivisionToPublish = {
  contest: StoredContest
  paper: StoredPaper
  revision: number
  key: AnswerKey
  ledger: { root: string; count: number }
}

/** Marks, ranks, gives the prizes and stores the results of a division's revision, within the caller's transaction. */
export async function publishDivision(
  sql: Sql,
  receipts: Receipts,
  division: DivisionToPublish,
  now: Instant,
): Promise<Results> {
  const { contest, paper, revision, key, ledger } = division
  const { definition, units } = contest
  const marked: MarkedPaper = {
    contest: definition.id,
    round: paper.round,
    division: paper.division,
    revision,
  }
  const questions = paper.bank.length
  const allCorrect = await markAndRank(sql, marked, {
    key,
    order: definition.ranking,
    questions,
    seed: paper.seed,
    root: ledger.root,
  })
  // As in ledgerRows.ts: the marks were just made.
  await sql.script("analyze marks")
  const statement: Omit<Results, "signature"> = {
    contest: marked.contest,
    round: marked.round,
    division: marked.division,
    revision,
    publishedAt: toIso(now),
    report: await roundReport(sql, marked, questions),
    awards: await publicAwards(sql, marked, definition, units, allCorrect),
    questions: paper.bank.map(({ id, explanation, source, asOf }) => {
      const accepted = key[id] ?? []
      return { id, accepted: accepted === "void" ? accepted : [...accepted], explanation, source, asOf }
    }),
    excluded: await excludedEntries(sql, marked),
    refusedAttempts: await countRefused(sql, marked),
    reveal: { key: answerKeyOf(paper.bank), nonce: paper.nonce, seed: paper.seed, ...ledger },
  }
  const results = { ...statement, signature: await receipts.signStatement(canonicalJson(statement)) }
  await sql.query(
    "insert into publications (contest, round, division, revision, results) values ($1, $2, $3, $4, $5::jsonb)",
    [marked.contest, marked.round, marked.division, revision, JSON.stringify(results)],
  )
  return results
}

async function publicAwards(
  sql: Sql,
  marked: MarkedPaper,
  definition: ContestDefinition,
  units: readonly Unit[],
  allCorrect: number,
): Promise<Results["awards"]> {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return (await giveAwards(sql, marked, definition)).map(({ prize, entry }) => {
    const given = { prize: prize.id, prizeName: prize.name }
    if (!entry) return given
    const { rank, code, name, correct, prediction, receivedAt, late } = entry
    const unit = names.get(entry.unit ?? "")
    const winner = {
      rank,
      code,
      name: maskedName(name ?? undefined),
      ...(unit === undefined ? {} : { unit }),
      correct,
      prediction,
      predictionError: predictionError(prediction, allCorrect),
      receivedAt: toIso(receivedAt.getTime()),
      late,
    }
    return { ...given, winner }
  })
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

async function excludedEntries(sql: Sql, paper: MarkedPaper): Promise<Results["excluded"]> {
  return sql.query(
    `select e.code, x.reason from entries e join exclusions x using (contest, person)
     where e.contest = $1 and e.round = $2 and e.division = $3 order by e.ledger_index`,
    [paper.contest, paper.round, paper.division],
  )
}

async function countRefused(sql: Sql, { contest, round }: MarkedPaper): Promise<number> {
  const [row] = await sql.query<{ attempts: number }>(
    "select count(*)::int as attempts from refused_attempts where contest = $1 and round = $2",
    [contest, round],
  )
  return row?.attempts ?? 0
}
