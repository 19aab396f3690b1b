import { growingTree } from "../../contest/merkle.ts"
import { canonicalJson } from "../../contract/canonicalJson.ts"
import type { LedgerRow } from "../../contract/ledger.ts"
import { toIso } from "../clock.ts"
import { sha256 } from "../sha256.ts"
import type { Sql } from "../sql/sql.ts"
import { readPages } from "./readPages.ts"

type Row = {
  ledger_index: number
  code: string
  division: string
  answers: Record<string, string>
  prediction: number
  received_at: Date
  late: boolean
  rules_version: string
  current_rules: string
}

/** The leaf of a ledger row: SHA-256 of its canonical JSON. */
export function leafOf(row: LedgerRow): string {
  return sha256(canonicalJson(row))
}

/** The public ledger of a round in its order from place `from` (0 is first), a page at a time: the rows that have a place. */
export async function* ledgerRows(
  sql: Sql,
  contest: string,
  round: number,
  from = 0,
): AsyncGenerator<LedgerRow> {
  const rows = readPages<Row>(
    sql,
    `select e.ledger_index, e.code, e.division, e.answers, e.prediction, e.received_at, e.late, e.rules_version,
            c.definition ->> 'rulesVersion' as current_rules
     from entries e join contests c on c.id = e.contest
     where e.contest = $1 and e.round = $2 and e.ledger_index > $3 order by e.ledger_index limit $4`,
    [contest, round],
    from - 1,
    (row) => row.ledger_index,
  )
  for await (const row of rows) yield ledgerRow(row)
}

function ledgerRow(row: Row): LedgerRow {
  const { code, division, answers, prediction, received_at, late, rules_version, current_rules } = row
  const rules = rules_version === current_rules ? {} : { rulesVersion: rules_version }
  return { code, division, answers, prediction, receivedAt: toIso(received_at.getTime()), late, ...rules }
}

/**
 * Gives every entry of the round that has none yet its place in the ledger, by arrival and then code, and the Merkle root
 * over the whole ledger. Places once given never change. Memory: one page of rows.
 */
export async function sealLedger(
  sql: Sql,
  contest: string,
  round: number,
): Promise<{ count: number; root: string }> {
  // A planner without fresh statistics joins a table that was just filled row by row: minutes instead of a second.
  await sql.script("analyze entries")
  await sql.query(
    `update entries e set ledger_index = placed.place
     from (
       select person, (select coalesce(max(ledger_index), -1) from entries where contest = $1 and round = $2)
                      + row_number() over (order by received_at, code collate "C") as place
       from entries where contest = $1 and round = $2 and ledger_index is null
     ) placed
     where e.contest = $1 and e.round = $2 and e.person = placed.person`,
    [contest, round],
  )
  const tree = growingTree(sha256)
  let count = 0
  for await (const row of ledgerRows(sql, contest, round)) {
    tree.add(leafOf(row))
    count += 1
  }
  return { count, root: tree.root() }
}
