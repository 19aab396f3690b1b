import { type Award, allocateAwards } from "../../contest/awards.ts"
import type { ContestDefinition } from "../../contest/definition.ts"
import type { Sql } from "../sql/sql.ts"
import type { MarkedPaper } from "./markRound.ts"

/** An entry that may win, as awards and the organiser's list need it. */
export type RankedEntry = {
  person: string
  code: string
  name: string | null
  unit: string | null
  declared: boolean
  correct: number
  prediction: number
  receivedAt: Date
  late: boolean
  rank: number
}

/**
 * Gives the prizes of a ranked division and notes them in its marks. Under oneAwardPerPerson, winners of earlier rounds
 * are passed over.
 */
export async function giveAwards(
  sql: Sql,
  paper: MarkedPaper,
  definition: ContestDefinition,
): Promise<Award<RankedEntry>[]> {
  const prizes = definition.awards.individual.filter(
    ({ division }) => division === undefined || division === paper.division,
  )
  const earlier = definition.awards.oneAwardPerPerson ? await earlierWinners(sql, paper) : new Set<string>()
  const places = prizes.reduce((sum, { count }) => sum + count, 0)
  const ranked = await rankedEntries(sql, paper, places + earlier.size)
  const awards = allocateAwards(
    ranked,
    prizes,
    definition.paper.questions,
    ({ person }) => !earlier.has(person),
  )
  for (const { prize, entry } of awards) {
    if (!entry) continue
    await sql.query(
      "update marks set award = $5 where contest = $1 and round = $2 and person = $3 and revision = $4",
      [paper.contest, paper.round, entry.person, paper.revision, prize.id],
    )
  }
  return awards
}

/** The counted entries of a ranked division from the best, at most `limit`. */
export async function rankedEntries(sql: Sql, paper: MarkedPaper, limit: number): Promise<RankedEntry[]> {
  return sql.query<RankedEntry>(
    `select m.person, e.code, p.name, e.unit, coalesce(p.declared, true) as declared, m.correct, e.prediction,
            e.received_at as "receivedAt", e.late, m.rank
     from marks m join entries e using (contest, round, person)
     left join participants p using (contest, person)
     where m.contest = $1 and m.round = $2 and m.division = $3 and m.revision = $4 and m.counted
     order by m.rank limit $5`,
    [paper.contest, paper.round, paper.division, paper.revision, limit],
  )
}

async function earlierWinners(sql: Sql, { contest, round }: MarkedPaper): Promise<Set<string>> {
  const rows = await sql.query<{ person: string }>(
    `select distinct m.person from marks m where m.contest = $1 and m.round < $2 and m.award is not null
     and m.revision = (select max(p.revision) from publications p
                       where p.contest = m.contest and p.round = m.round and p.division = m.division)`,
    [contest, round],
  )
  return new Set(rows.map(({ person }) => person))
}
