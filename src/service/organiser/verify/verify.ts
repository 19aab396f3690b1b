import type { Bundle } from "./bundle.ts"
import { Disagreement } from "./disagreement.ts"
import { verifyCheckpoints, verifyRows } from "./verifyLedger.ts"
import { verifyDivision } from "./verifyResults.ts"
import { verifyStandings } from "./verifyStandings.ts"

/** How a verification ended: everything agrees, or the first thing that does not. */
export type Verdict = { agrees: true; rows: number } | { agrees: false; where: string; what: string }

/**
 * Recomputes a published round from its public data alone: every ledger row, checkpoints and root, commitments, key, marks,
 * N, report, ranking and awards, and the standings' arithmetic.
 */
export async function verifyBundle(bundle: Bundle): Promise<Verdict> {
  try {
    verifyRows(bundle)
    await verifyCheckpoints(bundle)
    for (const { id } of bundle.contest.divisions) {
      const results = bundle.results.find(({ division }) => division === id)
      if (!results) throw new Disagreement("results", `division "${id}" has none`)
      await verifyDivision(bundle, results)
    }
    verifyStandings(bundle)
    return { agrees: true, rows: bundle.ledger.length }
  } catch (error) {
    if (error instanceof Disagreement) return { agrees: false, where: error.where, what: error.what }
    throw error
  }
}
