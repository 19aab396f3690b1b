import { stepText } from "../contest/merkle.ts"
import { canonicalJson } from "../contract/canonicalJson.ts"
import type { EntryView } from "../contract/entry.ts"
import { entryHash, sha256 } from "../contract/hash.ts"
import type { LedgerProof } from "../contract/ledger.ts"
import type { Results } from "../contract/results.ts"
import { sampleContest } from "./sampleContest.ts"
import { sampleReceipt, sampleResult, sampleResults } from "./sampleEntries.ts"
import { samplePaper } from "./samplePaper.ts"

/** The gallery's own entry of round 1 as ledger, receipt and results agree on it: its hashes are real. */
export type SampleLedger = { proof: LedgerProof; own: EntryView; results: Results; sealed: string }

/** Computes the proof over neighbours made up for the gallery. */
export async function sampleLedger(): Promise<SampleLedger> {
  const own = sampleResult(1)
  const { paperHash } = samplePaper(1)
  const { rulesVersion } = sampleContest()
  const answers = Object.fromEntries(own.result?.questions.map(({ id, chosen }) => [id, chosen]) ?? [])
  const { prediction, receivedAt, late, division, code } = own.receipt
  const body = { answers, prediction, paperHash, rulesVersion, answeredAt: receivedAt }
  const row = { code, division, answers, prediction, receivedAt, late }
  const path: LedgerProof["path"] = ["left", "right", "right", "left"].map((side, step) => ({
    side: side === "left" ? "left" : "right",
    digest: String(step + 1).repeat(64),
  }))
  let root = await sha256(canonicalJson(row))
  for (const step of path) root = await sha256(stepText(root, step))
  const results = sampleResults(1)
  return {
    proof: { row, index: 12_344, count: results.reveal.count, path, root },
    own: { ...own, receipt: sampleReceipt(1, { entryHash: await entryHash(body) }) },
    results: { ...results, reveal: { ...results.reveal, root } },
    sealed: canonicalJson(body),
  }
}
