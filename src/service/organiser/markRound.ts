import { drawOf } from "../../contest/draw.ts"
import { mark } from "../../contest/marking.ts"
import { rankKey } from "../../contest/ranking.ts"
import type { AnswerKey, RankingKey } from "../../contest/vocabulary.ts"
import { sha256 } from "../sha256.ts"
import type { Sql } from "../sql/sql.ts"
import { readThrough } from "./readThrough.ts"

/** Which marks are being made: a revision of one round's division. */
export type MarkedPaper = { contest: string; round: number; division: string; revision: number }

/** How the division is marked and ranked. `seed` and `root`: 64 hexadecimal digits each. */
export type RoundRanking = {
  key: AnswerKey
  order: readonly RankingKey[]
  questions: number
  seed: string
  root: string
}

const ofDivision = `from entries e left join exclusions x using (contest, person)
                    where e.contest = $1 and e.round = $2 and e.division = $3`

/**
 * Marks every entry of the division and ranks those that count: 1 is best. Gives N, the persons whose counted entry is
 * all-correct; an excluded person's entry is marked, but does not count. Within the caller's transaction. Memory: two pages
 * of entries. The marks are contest/marking.ts's and the order contest/ranking.ts's, the sorting is the database's.
 *
 * Entries are read twice, as no place is known before N is; a row of marks is written once, with its rank. Between them the
 * keys wait in a temporary table, which costs neither an index nor the write-ahead log.
 */
export async function markAndRank(sql: Sql, paper: MarkedPaper, ranking: RoundRanking): Promise<number> {
  const { contest, round, division, revision } = paper
  const allCorrect = await countAllCorrectEntries(sql, paper, ranking)
  await sql.script("create temp table keyed (person text, correct int, counted boolean, rank_key text)")
  await keyEntries(sql, paper, ranking, allCorrect)
  await sql.query(
    `insert into marks (contest, round, person, revision, division, correct, counted, rank)
     select $1, $2, person, $3, $4, correct, counted,
            case when counted then row_number() over (partition by counted order by rank_key collate "C") end
     from keyed`,
    [contest, round, revision, division],
  )
  await sql.script("drop table keyed")
  return allCorrect
}

/** Persons are counted, as contest/marking.ts says; one entry of each is all that the primary key of entries allows. */
async function countAllCorrectEntries(
  sql: Sql,
  { contest, round, division }: MarkedPaper,
  { key, questions }: RoundRanking,
): Promise<number> {
  let allCorrect = 0
  type Row = { answers: Record<string, string> }
  const counted = `select e.answers ${ofDivision} and x.person is null`
  for await (const rows of readThrough<Row>(sql, counted, [contest, round, division])) {
    for (const { answers } of rows) if (mark(answers, key) === questions) allCorrect += 1
  }
  return allCorrect
}

async function keyEntries(
  sql: Sql,
  { contest, round, division }: MarkedPaper,
  { key, order, questions, seed, root }: RoundRanking,
  allCorrect: number,
): Promise<void> {
  const rules = { order, questions, allCorrect, draw: (code: string) => drawOf(seed, root, code, sha256) }
  type Row = {
    person: string
    code: string
    answers: Record<string, string>
    prediction: number
    received: number
    late: boolean
    counted: boolean
  }
  const entries = readThrough<Row>(
    sql,
    `select e.person, e.code, e.answers, e.prediction, extract(epoch from e.received_at)::bigint as received, e.late,
            x.person is null as counted ${ofDivision}`,
    [contest, round, division],
  )
  for await (const rows of entries) {
    const corrects = rows.map(({ answers }) => mark(answers, key))
    const keys = rows.map(({ code, prediction, received, late, counted }, index) =>
      counted
        ? rankKey(
            { code, correct: corrects[index] ?? 0, prediction, receivedAtSeconds: received, late },
            rules,
          )
        : null,
    )
    await sql.query(
      "insert into keyed select * from unnest($1::text[], $2::int[], $3::boolean[], $4::text[])",
      [rows.map(({ person }) => person), corrects, rows.map(({ counted }) => counted), keys],
    )
  }
}
