import type { Sql } from "../sql/sql.ts"
import type { StoredEntry } from "./contestStore.ts"

/** An entry on its way into a contest. */
export type NewEntry = StoredEntry & { contest: string }

// The code's uniqueness is looked up, not constrained: a constraint without person would forbid distribution by it. Rows
// go in by person, so that two statements with the same people wait for each other in one order, and of one person's in the
// order they came. The limit is their number: it tells the planner that they are few. The offsets change no answer: they
// keep each look-up by itself, one row by an index, where joins took the planner as long as a third of the statement.
const insertStatement = `
  with stored as (
    insert into entries (contest, round, person, division, unit, code, answers, prediction, rules_version,
                         answered_at, entry_hash, received_at, late, receipt)
    select contest, round, person, division, unit, code, answers, prediction, rules_version,
           answered_at, entry_hash, received_at, late, receipt
    from (select * from json_to_recordset($1::json) as one (contest text, round int, person text, division text, unit text,
           code text, answers jsonb, prediction int, rules_version text, answered_at text, entry_hash text,
           received_at timestamptz, late boolean, receipt text, place int) limit $2) come
    where not exists (select 1 from entries e
                      where e.contest = come.contest and e.round = come.round and e.code = come.code offset 0)
      and not exists (select 1 from frozen_rounds f where f.contest = come.contest and f.round = come.round offset 0)
      and not exists (select 1 from exclusions x where x.contest = come.contest and x.person = come.person offset 0)
      and not exists (select 1 from participants p
                      where p.contest = come.contest and p.person = come.person and p.frozen_at is not null
                        and (p.division <> come.division or p.unit is distinct from come.unit) offset 0)
    order by contest, round, person, place
    on conflict (contest, round, person) do nothing
    returning contest, round, person, division, unit, code, received_at
  ), frozen as (
    update participants p set frozen_at = stored.received_at, division = stored.division, unit = stored.unit
    from stored where p.contest = stored.contest and p.person = stored.person and p.frozen_at is null
  )
  select contest, round, code from stored`

/**
 * Stores entries and freezes their participants, in one statement and one commit; never replaces a row. Gives for each, in
 * their order, whether it is stored. What keeps one out keeps out that one only.
 */
export async function insertEntries(sql: Sql, entries: readonly NewEntry[]): Promise<boolean[]> {
  // Member by member: taking some out and spreading the rest took longer than writing all of it as JSON.
  const rows = entries.map((entry, place) => ({
    contest: entry.contest,
    round: entry.round,
    person: entry.person,
    division: entry.division,
    unit: entry.unit,
    code: entry.code,
    answers: entry.body.answers,
    prediction: entry.body.prediction,
    rules_version: entry.body.rulesVersion,
    answered_at: entry.body.answeredAt,
    entry_hash: entry.entryHash,
    received_at: new Date(entry.receivedAt).toISOString(),
    late: entry.late,
    receipt: entry.receipt,
    place,
  }))
  const stored = await sql.query<Pick<NewEntry, "contest" | "round" | "code">>(insertStatement, [
    JSON.stringify(rows),
    rows.length,
  ])
  const keyOf = ({ contest, round, code }: (typeof stored)[number]) => `${contest}/${round}/${code}`
  const keys = new Set(stored.map(keyOf))
  return entries.map((entry) => keys.has(keyOf(entry)))
}
