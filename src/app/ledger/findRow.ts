import type { Outcome } from "../../client/contestApi.ts"
import { readEntryCode } from "../../contract/entryCode.ts"
import type { LedgerProof } from "../../contract/ledger.ts"
import type { Paper } from "../../contract/paper.ts"
import type { App } from "../createApp.ts"
import { checkRow, type RowCheck } from "./checkRow.ts"
import { sealedBody } from "./sealedBody.ts"

/** What became of looking a code up. `checked` null: this page may not compute hashes. */
export type Found =
  | { kind: "no-code" | "other-contest" | "unreachable" }
  | { kind: "unpublished"; round: number }
  | { kind: "unknown"; code: string; round: number; isOwn: boolean }
  | { kind: "row"; round: number; isOwn: boolean; proof: LedgerProof; paper: Paper; checked: RowCheck | null }

/**
 * Looks a code up in the ledger of the round that it names, and checks its row on this phone. `typed`: as a person types
 * it (readEntryCode). `sha256`: as for checkRow.
 */
export async function findRow(
  app: App,
  typed: string,
  sha256: (text: string) => Promise<string>,
): Promise<Found> {
  const view = app.contest.view.peek()
  const code = readEntryCode(typed)
  const [, prefix, digits] = /^([A-Z]{2})(\d+)-/.exec(code ?? "") ?? []
  if (code === null || !view) return { kind: "no-code" }
  const round = Number(digits)
  if (prefix !== view.codePrefix || !view.rounds.some(({ number }) => number === round))
    return { kind: "other-contest" }
  const receipt = app.entries.receipts().find((own) => own.code === code) ?? null

  const proof = await app.ask((await app.deps.api).ledgerProof(view.id, round, code))
  if (!proof.ok) return notFound(proof, code, round, receipt !== null)
  const { division } = proof.value.row
  const [results, paper] = await Promise.all([
    app.published.results(view.id, round, division),
    app.published.paper(view.id, round, division),
  ])
  if (!results.ok || !paper.ok) return { kind: "unreachable" }
  const against = {
    code,
    reveal: results.value.reveal,
    paperHash: paper.value.paperHash,
    rulesVersion: view.rulesVersion,
    receipt,
    sealed: receipt && (await sealedHere(app, code)),
  }
  // Without a secure context there is no hashing: the row shows, unchecked.
  const checked = await checkRow(proof.value, against, sha256).catch(() => null)
  return { kind: "row", round, isOwn: receipt !== null, proof: proof.value, paper: paper.value, checked }
}

function notFound(
  { problem }: Outcome<LedgerProof> & { ok: false },
  code: string,
  round: number,
  isOwn: boolean,
): Found {
  if (problem.code === "entry-unknown") return { kind: "unknown", code, round, isOwn }
  if (problem.code === "results-not-published") return { kind: "unpublished", round }
  return { kind: "unreachable" }
}

/** What this phone sealed under this code, as long as the outbox still has it. */
async function sealedHere(app: App, code: string): Promise<ReturnType<typeof sealedBody>> {
  const owner = app.session.owner.peek()
  if (owner === null) return null
  try {
    const rows = await (await app.deps.outbox).rowsOf(owner)
    const row = rows.find(({ state, receipt }) => state === "received" && receipt?.code === code)
    return row ? sealedBody(row.body) : null
  } catch {
    // Storage failed: the receipt alone has to do.
    return null
  }
}
