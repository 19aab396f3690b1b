import type { BridgeReason } from "../../bridge/vocabulary.ts"
import type { CardWords } from "../words/viCard.ts"

/** What to say to a citizen who is not signed in. `refusal`: why the last attempt failed, null: none was made yet. */
export function signInFault(words: CardWords, refusal: BridgeReason | null): { title: string; body: string } {
  const { noIdentity, signInFaults } = words
  if (refusal === null) return noIdentity
  const known: Partial<Record<BridgeReason, { title: string; body: string }>> = signInFaults
  return known[refusal] ?? { title: noIdentity.title, body: words.signInFailed }
}
