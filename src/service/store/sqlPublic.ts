import type { UnitRound } from "../../contest/standings.ts"
import type { BankQuestion } from "../../contest/vocabulary.ts"
import type { Checkpoint } from "../../contract/checkpoint.ts"
import type { LedgerRow } from "../../contract/ledger.ts"
import type { Revision } from "../../contract/results.ts"
import { toIso } from "../clock.ts"
import { ledgerRows } from "../organiser/ledgerRows.ts"
import type { Sql } from "../sql/sql.ts"
import type { ContestStore } from "./contestStore.ts"

type CheckpointRow = Omit<Checkpoint, "at"> & { at: Date }

/** What anyone may recompute or study with, over SQL. */
export function sqlPublic(
  sql: Sql,
): Pick<ContestStore, "checkpoints" | "ledger" | "revisions" | "practice" | "unitRounds"> {
  return {
    async checkpoints(contest, round) {
      const rows = await sql.query<CheckpointRow>(
        `select contest, round, at, count, root, final, signature from checkpoints
         where contest = $1 and round = $2 order by at`,
        [contest, round],
      )
      return rows.map(({ at, ...row }) => ({ ...row, at: toIso(at.getTime()) }))
    },
    ledger: (contest, round, from): AsyncIterable<LedgerRow> => ledgerRows(sql, contest, round, from),
    async revisions(contest, round) {
      const rows = await sql.query<{ entry: Revision }>(
        "select entry from revisions where contest = $1 and round = $2 order by division, revision",
        [contest, round],
      )
      return rows.map(({ entry }) => entry)
    },
    async practice(contest) {
      const [row] = await sql.query<{ bank: BankQuestion[] }>(
        "select bank from practice where contest = $1",
        [contest],
      )
      return row?.bank ?? []
    },
    async unitRounds(contest) {
      type Row = { round: number; unit: string; entrants: number; correct: number }
      const rows = await sql.query<Row>(
        `select e.round, e.unit, count(*)::int as entrants, sum(m.correct)::int as correct
         from marks m join entries e using (contest, round, person)
         where m.contest = $1 and m.counted and e.unit is not null
           and m.revision = (select max(p.revision) from publications p
                             where p.contest = $1 and p.round = m.round and p.division = m.division)
         group by e.round, e.unit`,
        [contest],
      )
      const rounds = new Map<number, Map<string, UnitRound>>()
      for (const { round, unit, entrants, correct } of rows) {
        const units = rounds.get(round) ?? new Map<string, UnitRound>()
        rounds.set(round, units.set(unit, { entrants, correct }))
      }
      return rounds
    },
  }
}
