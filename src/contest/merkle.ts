import type { Sha256 } from "./draw.ts"

/**
 * The Merkle root over leaves in their order, as 64 hexadecimal digits; the root of nothing is SHA-256 of the empty text.
 * A leaf is the SHA-256 of its canonical JSON, an inner node SHA-256("node:" ‖ left ‖ right) over hexadecimal text: JSON
 * never starts with "node:", so no leaf can pass for a node. Shape as in RFC 9162: the left half is the largest power of
 * two below the count. One pass, memory of one digest a level.
 */
export function merkleRoot(leaves: Iterable<string>, sha256: Sha256): string {
  const complete: { digest: string; size: number }[] = []
  for (const leaf of leaves) {
    let subtree = { digest: leaf, size: 1 }
    for (let last = complete.at(-1); last?.size === subtree.size; last = complete.at(-1)) {
      complete.pop()
      subtree = { digest: node(last.digest, subtree.digest, sha256), size: subtree.size * 2 }
    }
    complete.push(subtree)
  }
  return (
    complete.reduceRight(
      (right, left) => (right === "" ? left.digest : node(left.digest, right, sha256)),
      "",
    ) || sha256("")
  )
}

function node(left: string, right: string, sha256: Sha256): string {
  return sha256(`node:${left}${right}`)
}
