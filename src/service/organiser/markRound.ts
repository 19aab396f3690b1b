import { drawOf } from "../../contest/draw.ts"
import { mark } from "../../contest/marking.ts"
import { rankKeyAround } from "../../contest/ranking.ts"
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

/** An entry's mark and, where it counts, its rank key around the prediction. */
type KeyedEntry = { person: string; correct: number; counted: boolean } & (
  | ReturnType<typeof rankKeyAround>
  | { before: null; prediction: null; after: null }
)

/**
 * Marks every entry of the division and ranks those that count: 1 is best. Gives N, the persons whose counted entry is
 * all-correct; an excluded person's entry is marked, but does not count. Within the caller's transaction. Memory: three pages
 * of entries. The marks are contest/marking.ts's and the order contest/ranking.ts's, the sorting is the database's.
 *
 * Entries are read once and a row of marks is written once, with its rank. As no place is known before N is, the keys wait
 * in a temporary table meanwhile, which costs neither an index nor the write-ahead log.
 */
export async function markAndRank(sql: Sql, paper: MarkedPaper, ranking: RoundRanking): Promise<number> {
  const { contest, round, division, revision } = paper
  await sql.script(
    "create temp table keyed (person text, correct int, counted boolean, before text, prediction int, after text)",
  )
  const allCorrect = await keyEntries(sql, paper, ranking)
  await sql.query(
    `insert into marks (contest, round, person, revision, division, correct, counted, rank)
     select $1, $2, person, $3, $4, correct, counted,
            case when counted then row_number() over (
              partition by counted
              order by before collate "C", abs(prediction - $5::int), after collate "C"
            ) end
     from keyed`,
    [contest, round, revision, division, allCorrect],
  )
  await sql.script("drop table keyed")
  return allCorrect
}

/**
 * Keeps the mark of every entry and, where it counts, its rank key around the prediction. Gives N: persons are counted, as
 * contest/marking.ts says, and one entry of each is all that the primary key of entries allows.
 */
async function keyEntries(
  sql: Sql,
  { contest, round, division }: MarkedPaper,
  { key, order, questions, seed, root }: RoundRanking,
): Promise<number> {
  const rules = { order, questions, draw: (code: string) => drawOf(seed, root, code, sha256) }
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
            x.person is null as counted
     from entries e left join exclusions x using (contest, person)
     where e.contest = $1 and e.round = $2 and e.division = $3`,
    [contest, round, division],
  )
  let allCorrect = 0
  let written: Promise<unknown> = Promise.resolve()
  for await (const rows of entries) {
    const marked = rows.map(({ person, code, answers, prediction, received, late, counted }): KeyedEntry => {
      const correct = mark(answers, key)
      if (!counted) return { person, correct, counted, before: null, prediction: null, after: null }
      if (correct === questions) allCorrect += 1
      const entry = { code, correct, prediction, receivedAtSeconds: received, late }
      return { person, correct, counted, ...rankKeyAround(entry, rules) }
    })
    await written
    written = keepKeys(sql, marked)
    // While it is written the next page is marked. A failure is met at the next one, or behind the last.
    written.catch(() => undefined)
  }
  await written
  return allCorrect
}

async function keepKeys(sql: Sql, entries: readonly KeyedEntry[]): Promise<void> {
  await sql.query(
    `insert into keyed
     select * from unnest($1::text[], $2::int[], $3::boolean[], $4::text[], $5::int[], $6::text[])`,
    [
      entries.map(({ person }) => person),
      entries.map(({ correct }) => correct),
      entries.map(({ counted }) => counted),
      entries.map(({ before }) => before),
      entries.map(({ prediction }) => prediction),
      entries.map(({ after }) => after),
    ],
  )
}
