import type { Sha256 } from "./draw.ts"

/** A Merkle tree that only grows: add leaves in their order, ask for the root over those so far. */
export type GrowingTree = { add(leaf: string): void; root(): string }

/**
 * The tree of the public ledger. A leaf is the SHA-256 of its row's canonical JSON, an inner node
 * SHA-256("node:" ‖ left ‖ right) over hexadecimal text: JSON never starts with "node:", so no leaf can pass for a node.
 * Shape as in RFC 9162: the left half is the largest power of two below the count. Roots are 64 hexadecimal digits; that
 * of no leaves is the SHA-256 of the empty text. Memory: one digest a level.
 */
export function growingTree(sha256: Sha256): GrowingTree {
  const node = (left: string, right: string) => sha256(`node:${left}${right}`)
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
