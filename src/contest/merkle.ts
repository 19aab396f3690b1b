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

/** A finished tree that knows every path. */
export type FinishedTree = { root: string; path(index: number): PathStep[] }

/**
 * The tree over all leaves, with all its nodes kept: two digests a leaf. `path(index)`: the way from that leaf to the
 * root, the nearest neighbour first; throws RangeError where there is no such leaf.
 */
export function finishedTree(leaves: readonly string[], sha256: Sha256): FinishedTree {
  const node = nodeOf(sha256)
  const levels = [leaves]
  for (let below = leaves; below.length > 1; ) {
    const above: string[] = []
    for (let left = 0; left < below.length; left += 2) {
      const [one = "", other] = below.slice(left, left + 2)
      // A last node without neighbour moves up as it is.
      above.push(other === undefined ? one : node(one, other))
    }
    levels.push(above)
    below = above
  }
  return {
    root: levels.at(-1)?.[0] ?? sha256(""),
    path(index) {
      if (!(index >= 0 && index < leaves.length))
        throw new RangeError(`there is no leaf ${index} of ${leaves.length}`)
      return levels.flatMap((level, height): PathStep[] => {
        const place = index >> height
        const digest = place % 2 === 0 ? level[place + 1] : level[place - 1]
        return digest === undefined ? [] : [{ side: place % 2 === 0 ? "right" : "left", digest }]
      })
    },
  }
}

/** The root that a leaf and its path lead to. */
export function rootFromPath(leaf: string, path: readonly PathStep[], sha256: Sha256): string {
  return path.reduce((digest, step) => sha256(stepText(digest, step)), leaf)
}

/**
 * What is hashed at one step of a path: its SHA-256 is the node above `digest` and its neighbour. For whoever hashes in
 * another way than `rootFromPath`, as browsers do.
 */
export function stepText(digest: string, { side, digest: neighbour }: PathStep): string {
  return side === "left" ? nodeText(neighbour, digest) : nodeText(digest, neighbour)
}

function nodeOf(sha256: Sha256): (left: string, right: string) => string {
  return (left, right) => sha256(nodeText(left, right))
}

function nodeText(left: string, right: string): string {
  return `node:${left}${right}`
}
