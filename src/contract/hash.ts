import { canonicalJson } from "./canonicalJson.ts"
import type { EntryBody } from "./entry.ts"
import type { Paper } from "./paper.ts"

/** SHA-256 of a text's UTF-8 bytes as 64 lower-case hexadecimal digits. Needs a secure context in a browser. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("")
}

/**
 * What identifies a sealed entry: SHA-256 of the canonical JSON of its body without `answeredAt`, which is evidence
 * only. The same answers sent again, from whatever device, hash the same.
 */
export function entryHash(body: EntryBody): Promise<string> {
  return sha256(hashedOfEntry(body))
}

/** The text whose SHA-256 is an entry's hash, for who has a SHA-256 of their own. */
export function hashedOfEntry(body: EntryBody): string {
  return canonicalJson({ ...body, answeredAt: undefined })
}

/** What identifies a version of a paper: SHA-256 of the canonical JSON of its questions. */
export function paperHash(questions: Paper["questions"]): Promise<string> {
  return sha256(canonicalJson(questions))
}
