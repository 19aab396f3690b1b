/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string

/**
 * The lot that breaks the last ties: SHA-256(seed ‖ root ‖ code), the two as hexadecimal text.
 * The seed (64 digits) is committed to before the round opens, the root (64 digits) is fixed when it ends: neither
 * the organiser, who knows the seed, nor an entrant, who moves the root, can aim at a code.
 */
export function drawOf(seed: string, root: string, code: string, sha256: Sha256): string {
  return sha256(seed + root + code)
}
