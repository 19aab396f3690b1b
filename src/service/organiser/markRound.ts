import { drawOf } from "../../contest/draw.ts"
import { mark } from "../../contest/marking.ts"
import { rankKey } from "../../contest/ranking.ts"
import type { AnswerKey, RankingKey } from "../../contest/vocabulary.ts"
import { sha256 } from "../sha256.ts"
import type { Sql } from "../sql/sql.ts"
import { readPages } from "./readPages.ts"

/** Which marks are being made: a revision of one round's division. */
export type MarkedPaper = { contest: string; round: number; division: string; revision: number }

/** Marks every entry of the division against `key`. Entries of excluded persons are marked, but do not count. */
export async function markEntries(sql: Sql, paper: MarkedPaper, key: AnswerKey): Promise<void> {
  const { contest, round, division, revision } = paper
  const entries = readPages<{ person: string; answers: Record<string, string> }>(
    sql,
    `select person, answers from entries
     where contest = $1 and round = $2 and division = $3 and person > $4 order by person limit $5`,
    [contest, round, division],
    "",
    ({ person }) => person,
  )
  await inBatches(entries, async (batch) => {
    await sql.query(
      `insert into marks (contest, round, person, revision, division, correct, counted)
       select $1, $2, one.person, $3, $4, one.correct,
              not exists (select 1 from exclusions x where x.contest = $1 and x.person = one.person)
       from unnest($5::text[], $6::int[]) as one (person, correct)`,
      [
        contest,
        round,
        revision,
        division,
        batch.map(({ person }) => person),
        batch.map(({ answers }) => mark(answers, key)),
      ],
    )
  })
}

/** N: the distinct persons whose counted entry is all-correct (contest/marking.ts says the same of a list). */
export async function countAllCorrectMarks(sql: Sql, paper: MarkedPaper, questions: number): Promise<number> {
  const { contest, round, division, revision } = paper
  const [row] = await sql.query<{ all_correct: number }>(
    `select count(distinct person)::int as all_correct from marks
     where contest = $1 and round = $2 and division = $3 and revision = $4 and counted and correct = $5`,
    [contest, round, division, revision, questions],
  )
  return row?.all_correct ?? 0
}

/** How the division is ranked. `seed` and `root`: 64 hexadecimal digits each. */
export type RoundRanking = {
  order: readonly RankingKey[]
  questions: number
  allCorrect: number
  seed: string
  root: string
}

/** Ranks the counted entries of a marked division: 1 is best. The order is contest/ranking.ts's, the sorting the database's. */
export async function rankEntries(sql: Sql, paper: MarkedPaper, ranking: RoundRanking): Promise<void> {
  const { contest, round, division, revision } = paper
  const { seed, root, ...rules } = ranking
  const draw = (code: string) => drawOf(seed, root, code, sha256)
  type Row = {
    person: string
    code: string
    correct: number
    prediction: number
    received_at: Date
    late: boolean
  }
  const marked = readPages<Row>(
    sql,
    `select m.person, e.code, m.correct, e.prediction, e.received_at, e.late
     from marks m join entries e using (contest, round, person)
     where m.contest = $1 and m.round = $2 and m.division = $3 and m.revision = $4 and m.counted
       and m.person > $5 order by m.person limit $6`,
    [contest, round, division, revision],
    "",
    ({ person }) => person,
  )
  await inBatches(marked, async (batch) => {
    const keys = batch.map(({ code, correct, prediction, received_at, late }) =>
      rankKey(
        { code, correct, prediction, receivedAtSeconds: received_at.getTime() / 1000, late },
        { ...rules, draw },
      ),
    )
    await sql.query(
      `update marks m set rank_key = one.rank_key from unnest($4::text[], $5::text[]) as one (person, rank_key)
       where m.contest = $1 and m.round = $2 and m.revision = $3 and m.person = one.person`,
      [contest, round, revision, batch.map(({ person }) => person), keys],
    )
  })
  await sql.query(
    `update marks m set rank = ranked.rank from (
       select person, row_number() over (order by rank_key collate "C") as rank from marks
       where contest = $1 and round = $2 and division = $3 and revision = $4 and counted
     ) ranked
     where m.contest = $1 and m.round = $2 and m.revision = $4 and m.person = ranked.person`,
    [contest, round, division, revision],
  )
}

async function inBatches<T>(rows: AsyncIterable<T>, work: (batch: T[]) => Promise<void>): Promise<void> {
  let batch: T[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length === 5000) {
      await work(batch)
      batch = []
    }
  }
  if (batch.length > 0) await work(batch)
}
