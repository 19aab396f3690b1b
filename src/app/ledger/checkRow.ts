import { type PathStep, stepText } from "../../contest/merkle.ts"
import { canonicalJson } from "../../contract/canonicalJson.ts"
import type { EntryBody } from "../../contract/entry.ts"
import { entryHash } from "../../contract/hash.ts"
import type { LedgerProof, LedgerRow } from "../../contract/ledger.ts"
import type { Receipt } from "../../contract/receipt.ts"
import type { Results } from "../../contract/results.ts"

/** What a phone can hold of the row: "root": it is part of the published ledger; the others compare it with one's own. */
export const checkNames = ["root", "receipt", "answers"] as const
export type CheckName = (typeof checkNames)[number]
/** One comparison and how it ended. */
export type Check = { name: CheckName; agrees: boolean }
/** `leaf`: SHA-256 of the row's canonical JSON, as computed here. */
export type RowCheck = { leaf: string; checks: Check[] }

/** What the row is held against. `root`, `count`: of the published results. */
export type CheckAgainst = {
  /** The code that was asked for. */
  code: string
  reveal: Pick<Results["reveal"], "root" | "count">
  /** Hash of the division's paper, and the version of the rules that the definition names. */
  paperHash: string
  rulesVersion: string
  /** One's own receipt of this code, if any, and what was sealed on this phone, if it still is. */
  receipt: Receipt | null
  sealed: Pick<EntryBody, "answers" | "prediction"> | null
}

/**
 * Recomputes on the phone what a ledger row's proof claims: the leaf out of the row, the root out of leaf and path, and,
 * for one's own, the receipt's hash out of the row. Own comparisons are left out where there is nothing of one's own.
 * @param sha256 of a text's UTF-8 bytes as hexadecimal digits; rejects where the page may not hash (no secure context)
 */
export async function checkRow(
  proof: LedgerProof,
  { code, reveal, paperHash, rulesVersion, receipt, sealed }: CheckAgainst,
  sha256: (text: string) => Promise<string>,
): Promise<RowCheck> {
  const { row } = proof
  const leaf = await sha256(canonicalJson(row))
  const root = await rootOf(leaf, proof.path, sha256)
  const checks: Check[] = [
    {
      name: "root",
      agrees:
        row.code === code && root === reveal.root && proof.root === root && proof.count === reveal.count,
    },
  ]
  if (receipt) checks.push({ name: "receipt", agrees: await isOf(row, receipt, { paperHash, rulesVersion }) })
  if (sealed) checks.push({ name: "answers", agrees: isSealed(row, sealed) })
  return { leaf, checks }
}

async function rootOf(
  leaf: string,
  path: readonly PathStep[],
  sha256: (text: string) => Promise<string>,
): Promise<string> {
  let digest = leaf
  for (const step of path) digest = await sha256(stepText(digest, step))
  return digest
}

async function isOf(
  row: LedgerRow,
  receipt: Receipt,
  of: { paperHash: string; rulesVersion: string },
): Promise<boolean> {
  const { answers, prediction, rulesVersion = of.rulesVersion } = row
  // The hash leaves answeredAt out, whatever it is.
  const hash = await entryHash({ answers, prediction, paperHash: of.paperHash, rulesVersion, answeredAt: "" })
  return (
    hash === receipt.entryHash &&
    row.code === receipt.code &&
    row.division === receipt.division &&
    Date.parse(row.receivedAt) === Date.parse(receipt.receivedAt) &&
    row.late === receipt.late
  )
}

function isSealed(row: LedgerRow, sealed: Pick<EntryBody, "answers" | "prediction">): boolean {
  return row.prediction === sealed.prediction && canonicalJson(row.answers) === canonicalJson(sealed.answers)
}
