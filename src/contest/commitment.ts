import type { Sha256 } from "./draw.ts"

/**
 * What is published before a round opens and checked after it: SHA-256(canonical answer key ‖ nonce).
 * `canonicalKey` is the RFC 8785 form, `nonce` 64 hexadecimal digits (256 bits): a bare hash of a key of 15 times four
 * options could be guessed. Anyone can recompute it: `printf '%s%s' "$key" "$nonce" | sha256sum`.
 */
export function keyCommitment(canonicalKey: string, nonce: string, sha256: Sha256): string {
  return sha256(canonicalKey + nonce)
}

/** What is published of the draw's seed (64 hexadecimal digits) before a round opens: its SHA-256. */
export function seedCommitment(seed: string, sha256: Sha256): string {
  return sha256(seed)
}
