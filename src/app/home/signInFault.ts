import type { BridgeReason } from "../../bridge/vocabulary.ts"
import type { App } from "../createApp.ts"

/**
 * What to say to a citizen who is not signed in: more exactly once the citizen's words are there. `refusal`: why the last
 * attempt failed, null: none was made yet.
 */
export function signInFault(app: App, refusal: BridgeReason | null): { title: string; body: string } {
  const { noIdentity, signInFailed } = app.words.card.value
  if (refusal === null) return noIdentity
  const known: Partial<Record<BridgeReason, { title: string; body: string }>> | undefined =
    app.words.citizen.words.value?.signInFaults
  return known?.[refusal] ?? { title: noIdentity.title, body: signInFailed }
}
