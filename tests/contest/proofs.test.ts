import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { keyCommitment, seedCommitment } from "../../src/contest/commitment.ts"
import { finishedTree, merkleRoot, rootFromPath } from "../../src/contest/merkle.ts"

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")
const node = (left: string, right: string) => sha256(`node:${left}${right}`)
const leaves = (count: number) => Array.from({ length: count }, (_, index) => sha256(`{"row":${index}}`))

describe("the Merkle root", () => {
  it("splits at the largest power of two below the count", () => {
    const [a, b, c, d, e] = leaves(5) as [string, string, string, string, string]
    expect(merkleRoot([a], sha256)).toBe(a)
    expect(merkleRoot([a, b, c], sha256)).toBe(node(node(a, b), c))
    expect(merkleRoot([a, b, c, d, e], sha256)).toBe(node(node(node(a, b), node(c, d)), e))
  })
  it("is SHA-256 of nothing where there are no rows", () => {
    expect(merkleRoot([], sha256)).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  })
  it("moves with any row changed, dropped, doubled or moved", () => {
    const rows = leaves(11)
    const root = merkleRoot(rows, sha256)
    const variants = rows.flatMap((row, index) => [
      rows.with(index, sha256("x")),
      rows.toSpliced(index, 1),
      rows.toSpliced(index, 0, row),
      rows.toSpliced(index, 1).toSpliced((index + 3) % 10, 0, row),
    ])
    expect(variants.map((variant) => merkleRoot(variant, sha256))).not.toContain(root)
  })
})

it("proves every row of every ledger up to 33 rows, and no other row in its place", () => {
  for (let count = 1; count <= 33; count += 1) {
    const rows = leaves(count)
    const root = merkleRoot(rows, sha256)
    const tree = finishedTree(rows, sha256)
    expect(tree.root).toBe(root)
    for (const [index, row] of rows.entries()) {
      const path = tree.path(index)
      expect(rootFromPath(row, path, sha256)).toBe(root)
      expect(rootFromPath(sha256("another"), path, sha256)).not.toBe(root)
    }
  }
  expect(() => finishedTree(leaves(3), sha256).path(3)).toThrow(RangeError)
})

it("commits to key and seed as sha256sum recomputes them", () => {
  // printf '%s%s' '{"q1":["a"]}' 00ff | sha256sum, and printf '%s' abc | sha256sum
  expect(keyCommitment('{"q1":["a"]}', "00ff", sha256)).toBe(
    "37b5e7a9413cc97331b345df63683b95a4dcf04491aa397b6430d9238cb34c13",
  )
  expect(seedCommitment("abc", sha256)).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  )
})
