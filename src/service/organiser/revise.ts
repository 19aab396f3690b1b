import type { Instant } from "../../contest/vocabulary.ts"
import type { Results, Revision } from "../../contract/results.ts"
import { toIso } from "../clock.ts"
import type { Receipts } from "../identity/receipts.ts"
import type { Sql } from "../sql/sql.ts"
import type { StoredContest, StoredPaper } from "../store/contestStore.ts"
import { amendedKey } from "./answerKey.ts"
import { publishDivision } from "./publishDivision.ts"

/** A change to a published division. */
export type RevisionRequest = { change: Revision["change"]; reason: string }

/**
 * Publishes the next revision of a division after `request`, within the caller's transaction, and notes publicly what it
 * moved. Null where the division is not published yet.
 */
export async function reviseDivision(
  sql: Sql,
  receipts: Receipts,
  contest: StoredContest,
  paper: StoredPaper,
  request: RevisionRequest,
  now: Instant,
): Promise<Revision | null> {
  const place = [contest.definition.id, paper.round, paper.division] as const
  await sql.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `publish ${place[0]} ${place[1]}`,
  ])
  const [latest] = await sql.query<{ results: Results }>(
    "select results from publications where contest = $1 and round = $2 and division = $3 order by revision desc limit 1",
    place,
  )
  if (!latest) return null
  const before = latest.results
  const revision = before.revision + 1
  const { root, count } = before.reveal
  const key = amendedKey(paper.bank, [...(await revisionsOf(sql, ...place)), request])
  const after = await publishDivision(
    sql,
    receipts,
    { contest, paper, revision, key, ledger: { root, count } },
    now,
  )
  const entry: Revision = {
    revision,
    at: toIso(now),
    division: paper.division,
    ...request,
    allCorrect: { before: before.report.allCorrect, after: after.report.allCorrect },
    ranksMoved: await countMovedRanks(sql, place, revision),
    prizesMoved: await movedPrizes(sql, place, revision),
  }
  await sql.query(
    "insert into revisions (contest, round, division, revision, entry) values ($1, $2, $3, $4, $5::jsonb)",
    [...place, revision, JSON.stringify(entry)],
  )
  return entry
}

/** What was changed in a division since its publication, oldest first. */
export async function revisionsOf(
  sql: Sql,
  contest: string,
  round: number,
  division: string,
): Promise<Revision[]> {
  const rows = await sql.query<{ entry: Revision }>(
    "select entry from revisions where contest = $1 and round = $2 and division = $3 order by revision",
    [contest, round, division],
  )
  return rows.map(({ entry }) => entry)
}

type Place = readonly [contest: string, round: number, division: string]

const bothRevisions = `
  from marks o join marks n using (contest, round, person) join entries e using (contest, round, person)
  where o.contest = $1 and o.round = $2 and o.division = $3 and o.revision = $4 - 1 and n.revision = $4`

async function countMovedRanks(sql: Sql, place: Place, revision: number): Promise<number> {
  const [row] = await sql.query<{ moved: number }>(
    `select count(*)::int as moved ${bothRevisions} and o.rank is distinct from n.rank`,
    [...place, revision],
  )
  return row?.moved ?? 0
}

async function movedPrizes(sql: Sql, place: Place, revision: number): Promise<Revision["prizesMoved"]> {
  type Row = {
    code: string
    old_rank: number | null
    old_award: string | null
    rank: number | null
    award: string | null
  }
  const rows = await sql.query<Row>(
    `select e.code, o.rank as old_rank, o.award as old_award, n.rank, n.award ${bothRevisions}
     and o.award is distinct from n.award order by n.rank nulls last, o.rank`,
    [...place, revision],
  )
  const standing = (rank: number | null, prize: string | null) => (rank === null ? null : { rank, prize })
  return rows.map((row) => ({
    code: row.code,
    before: standing(row.old_rank, row.old_award),
    after: standing(row.rank, row.award),
  }))
}
