import { entryCode } from "./entryCode.ts"
import { sha256 } from "./hash.ts"

/**
 * The reference by which an organiser finds a participant, `NT0-7K4D-91XQ-M`: made of the pseudonym (`ticketOwner`) by
 * phone and service alike, with a check character. It tells nothing about the person.
 */
export async function participantReference(owner: string): Promise<string> {
  const digest = await sha256(owner)
  return entryCode(
    "NT",
    0,
    Uint8Array.from({ length: 8 }, (_, at) => Number.parseInt(digest.slice(2 * at, 2 * at + 2), 16)),
  )
}
