import { createHash } from "node:crypto"
import { growingTree } from "../../contest/merkle.ts"
import { canonicalJson } from "../../contract/canonicalJson.ts"
import type { LedgerRow } from "../../contract/ledger.ts"
import { toIso } from "../clock.ts"
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
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")

/**
 * Gives every entry of the round that has none yet its place in the ledger, by arrival and then code, and the Merkle root
 * over the whole ledger. Places once given never change. Memory: one page of rows.
 */
export async function sealLedger(sql: Sql, contest: string, round: number): Promise<string> {
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
  const pages = readPages<Row>(
    sql,
    `select ledger_index, code, division, answers, prediction, received_at, late from entries
     where contest = $1 and round = $2 and ledger_index > $3 order by ledger_index limit $4`,
    [contest, round],
    -1,
    (row) => row.ledger_index,
  )
  for await (const row of pages) tree.add(sha256(canonicalJson(ledgerRow(row))))
  return tree.root()
}

function ledgerRow({ code, division, answers, prediction, received_at, late }: Row): LedgerRow {
  return { code, division, answers, prediction, receivedAt: toIso(received_at.getTime()), late }
}
