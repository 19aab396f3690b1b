import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from "jose"
import { growingTree } from "../../../contest/merkle.ts"
import { canonicalJson } from "../../../contract/canonicalJson.ts"
import type { LedgerLine } from "../../../contract/ledger.ts"
import { sha256 } from "../../sha256.ts"
import type { Bundle } from "./bundle.ts"
import { Disagreement, mustAgree } from "./disagreement.ts"

/** Rows one by one: place, leaf, code, division, answers of the paper, lateness by the clock. Throws a Disagreement. */
export function verifyRows({ round, contest, papers, ledger }: Bundle): void {
  const window = contest.rounds.find(({ number }) => number === round)
  if (!window) throw new Disagreement("contest", `has no round ${round}`)
  const closesAt = Date.parse(window.closesAt)
  const codes = new Set<string>()
  for (const [place, line] of ledger.entries()) {
    const where = `ledger row ${place} (${line.code})`
    mustAgree(`${where}, index`, line.index, place)
    mustAgree(`${where}, leaf`, line.leaf, leafOfLine(line))
    if (codes.has(line.code)) throw new Disagreement(where, "its code stands twice")
    codes.add(line.code)
    const paper = papers.find(({ division }) => division === line.division)
    if (!paper) throw new Disagreement(where, `there is no paper of division "${line.division}"`)
    mustAgree(`${where}, answers`, Object.keys(line.answers).length, paper.questions.length)
    for (const { id, options } of paper.questions) {
      const chosen = line.answers[id]
      if (!options.some((option) => option.id === chosen))
        throw new Disagreement(where, `answer ${id} is no option of its question`)
    }
    mustAgree(`${where}, late`, line.late, Date.parse(line.receivedAt) >= closesAt)
  }
}

/** Checkpoints: signed, counts that only grow, each root that of the ledger's beginning, a final one over all of it. */
export async function verifyCheckpoints({
  round,
  keys,
  checkpoints,
  ledger,
  results,
}: Bundle): Promise<void> {
  const tree = growingTree(sha256)
  let grown = 0
  for (const { signature, ...statement } of checkpoints) {
    const where = `checkpoint of ${statement.at}`
    mustAgree(`${where}, round`, statement.round, round)
    if (statement.count < grown)
      throw new Disagreement(where, `counts ${statement.count} rows after ${grown}`)
    if (statement.count > ledger.length)
      throw new Disagreement(where, `counts ${statement.count} rows, the ledger has ${ledger.length}`)
    for (; grown < statement.count; grown += 1) tree.add(ledger[grown]?.leaf ?? "")
    mustAgree(`${where}, root over its first ${grown} ledger rows`, statement.root, tree.root())
    await mustBeSigned(where, statement, signature, keys)
  }
  const last = checkpoints.at(-1)
  if (!last?.final) throw new Disagreement("checkpoints", "there is no final one")
  mustAgree("ledger, number of rows", ledger.length, last.count)
  for (const { division, reveal } of results) {
    mustAgree(`results of ${division}, root`, reveal.root, last.root)
    mustAgree(`results of ${division}, count`, reveal.count, last.count)
  }
}

/** Throws a Disagreement unless `signature` is a JWS of one of the keys over the statement's canonical JSON. */
export async function mustBeSigned(
  where: string,
  statement: object,
  signature: string,
  keys: JSONWebKeySet,
): Promise<void> {
  try {
    const { payload } = await compactVerify(signature, createLocalJWKSet(keys), { algorithms: ["ES256"] })
    mustAgree(`${where}, signed statement`, canonicalJson(statement), new TextDecoder().decode(payload))
  } catch (error) {
    if (error instanceof Disagreement) throw error
    // Whatever jose misses: the signature is not one of these keys'.
    throw new Disagreement(
      where,
      `its signature is not the service's: ${error instanceof Error ? error.message : error}`,
    )
  }
}

function leafOfLine({ index: _, leaf: __, ...row }: LedgerLine): string {
  return sha256(canonicalJson(row))
}
