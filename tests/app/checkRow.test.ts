import { createHash } from "node:crypto"
import { beforeAll, describe, expect, it, test } from "vitest"
import { type CheckAgainst, type CheckName, checkRow } from "../../src/app/ledger/checkRow.ts"
import { sealedBody } from "../../src/app/ledger/sealedBody.ts"
import { finishedTree } from "../../src/contest/merkle.ts"
import { canonicalJson } from "../../src/contract/canonicalJson.ts"
import { entryHash, sha256 } from "../../src/contract/hash.ts"
import type { LedgerProof, LedgerRow } from "../../src/contract/ledger.ts"
import type { Receipt } from "../../src/contract/receipt.ts"
import { sampleReceipt } from "../../src/gallery/sampleEntries.ts"

const hash = (text: string) => createHash("sha256").update(text).digest("hex")
const rows = Array.from(
  { length: 13 },
  (_, index): LedgerRow => ({
    code: `HS1-7K4D-91XQ-${index.toString(16).toUpperCase()}`,
    division: "all",
    answers: { q1: "a", q2: index % 2 === 0 ? "b" : "c" },
    prediction: 1000 + index,
    receivedAt: "2024-11-04T07:12:40+07:00",
    late: index === 12,
  }),
)
const tree = finishedTree(
  rows.map((row) => hash(canonicalJson(row))),
  hash,
)
const place = { paperHash: "5".repeat(64), rulesVersion: "2024-10-28" }

function proofOf(index: number): LedgerProof {
  const row = rows[index]
  if (!row) throw new RangeError("no such row")
  return { row, index, count: rows.length, path: tree.path(index), root: tree.root }
}

const proof = proofOf(6)
const { answers, prediction } = proof.row
let receipt: Receipt
beforeAll(async () => {
  const body = { answers, prediction, ...place, answeredAt: "2024-11-04T07:12:39+07:00" }
  const { code, receivedAt } = proof.row
  receipt = sampleReceipt(1, { code, receivedAt, prediction, entryHash: await entryHash(body) })
})

const against = (change: Partial<CheckAgainst> = {}): CheckAgainst => ({
  code: proof.row.code,
  reveal: { root: tree.root, count: rows.length },
  receipt,
  sealed: { answers, prediction },
  ...place,
  ...change,
})
const failing = async (given: LedgerProof, change?: Partial<CheckAgainst>) =>
  (await checkRow(given, against(change), sha256)).checks
    .filter(({ agrees }) => !agrees)
    .map(({ name }) => name)

describe("the phone", () => {
  it("finds every row of the published ledger to be part of it", async () => {
    for (const index of rows.keys()) {
      const other = proofOf(index)
      const { leaf, checks } = await checkRow(
        other,
        against({ code: other.row.code, receipt: null, sealed: null }),
        sha256,
      )
      expect(checks).toEqual([{ name: "root", agrees: true }])
      expect(leaf).toBe(hash(canonicalJson(rows[index])))
    }
  })

  it("agrees with receipt and sealed answers where all is as it was", async () => {
    const { checks } = await checkRow(proof, against(), sha256)
    expect(checks).toEqual(["root", "receipt", "answers"].map((name) => ({ name, agrees: true })))
  })

  const swapped = { ...proof.row, answers: { q1: "a", q2: "a" } }
  const lastDigest = proof.path.with(-1, { side: "left", digest: "0".repeat(64) })
  it.each<[string, LedgerProof, Partial<CheckAgainst>, CheckName[]]>([
    ["an answer changed", { ...proof, row: swapped }, {}, ["root", "receipt", "answers"]],
    [
      "a prediction changed",
      { ...proof, row: { ...proof.row, prediction: 1 } },
      {},
      ["root", "receipt", "answers"],
    ],
    [
      "a time changed",
      { ...proof, row: { ...proof.row, receivedAt: "2024-11-04T07:12:41+07:00" } },
      {},
      ["root", "receipt"],
    ],
    ["a row called late", { ...proof, row: { ...proof.row, late: true } }, {}, ["root", "receipt"]],
    [
      "another row under the code",
      { ...proofOf(7), row: { ...rows[7], code: proof.row.code } as LedgerRow },
      {},
      ["root", "receipt", "answers"],
    ],
    ["another code's row", proofOf(7), {}, ["root", "receipt", "answers"]],
    ["a path to nowhere", { ...proof, path: lastDigest }, {}, ["root"]],
    ["a root of its own", proof, { reveal: { root: "9".repeat(64), count: rows.length } }, ["root"]],
    ["a ledger of another length", proof, { reveal: { root: tree.root, count: 14 } }, ["root"]],
    ["another paper", proof, { paperHash: "6".repeat(64) }, ["receipt"]],
    ["other rules", proof, { rulesVersion: "2025" }, ["receipt"]],
    [
      "other answers than were sealed",
      proof,
      { sealed: { answers: { q1: "b", q2: "b" }, prediction } },
      ["answers"],
    ],
  ])("names what does not agree: %s", async (_, given, change, names) => {
    expect(await failing(given, change)).toEqual(names)
  })

  it("takes the rules that the row names before those of the definition", async () => {
    const row = { ...proof.row, rulesVersion: place.rulesVersion }
    const names = await failing({ ...proof, row }, { rulesVersion: "later" })
    expect(names).not.toContain("receipt")
  })
})

test("a body that cannot be read is nothing to compare with", () => {
  expect(sealedBody("{")).toBeNull()
  expect(sealedBody("{}")).toBeNull()
  expect(sealedBody(canonicalJson({ answers, prediction }))).toEqual({ answers, prediction })
})
