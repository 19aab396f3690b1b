import type { Sha256 } from "./draw.ts"

/** A neighbour on the way from a leaf to the root, and on which side it stands. */
export type PathStep = { side: "left" | "right"; digest: string }

/** A Merkle tree that only grows: add leaves in their order, ask for the root over those so far. */
export type GrowingTree = { add(leaf: string): void; root(): string }

/**
 * The tree of the public ledger. A leaf is the SHA-256 of its row's canonical JSON, an inner node
 * SHA-256("node:" ‖ left ‖ right) over hexadecimal text: JSON never starts with "node:", so no leaf can pass for a node.
 * Shape as in RFC 9162: the left half is the largest power of two below the count. Roots are 64 hexadecimal digits; that
 * of no leaves is the SHA-256 of the empty text. Memory: one digest a level.
 */
export function growingTree(sha256: Sha256): GrowingTree {
  const node = nodeOf(sha256)
  /** Complete subtrees from left to right, each smaller than the one before. */
  const complete: { digest: string; size: number }[] = []
  return {
    add(leaf) {
      let subtree = { digest: leaf, size: 1 }
      for (let last = complete.at(-1); last?.size === subtree.size; last = complete.at(-1)) {
        complete.pop()
        subtree = { digest: node(last.digest, subtree.digest), size: subtree.size * 2 }
      }
      complete.push(subtree)
    },
    root() {
      const digests = complete.map(({ digest }) => digest)
      return digests.length === 0 ? sha256("") : digests.reduceRight((right, left) => node(left, right))
    },
  }
}

/** The root over a whole list of leaves (growingTree). */
export function merkleRoot(leaves: Iterable<string>, sha256: Sha256): string {
  const tree = growingTree(sha256)
  for (const leaf of leaves) tree.add(leaf)
  return tree.root()
}

/** The way from leaf `index` (0 ≤ index < count) to the root over `leaves`; the nearest neighbour comes first. */
export function merklePath(leaves: readonly string[], index: number, sha256: Sha256): PathStep[] {
  if (!(index >= 0 && index < leaves.length))
    throw new RangeError(`there is no leaf ${index} of ${leaves.length}`)
  if (leaves.length === 1) return []
  const half = largestPowerBelow(leaves.length)
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)]
  return index < half
    ? [...merklePath(left, index, sha256), { side: "right", digest: merkleRoot(right, sha256) }]
    : [...merklePath(right, index - half, sha256), { side: "left", digest: merkleRoot(left, sha256) }]
}

/** The root that a leaf and its path lead to. */
export function rootFromPath(leaf: string, path: readonly PathStep[], sha256: Sha256): string {
  const node = nodeOf(sha256)
  return path.reduce(
    (digest, step) => (step.side === "left" ? node(step.digest, digest) : node(digest, step.digest)),
    leaf,
  )
}

function nodeOf(sha256: Sha256): (left: string, right: string) => string {
  return (left, right) => sha256(`node:${left}${right}`)
}

function largestPowerBelow(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}
