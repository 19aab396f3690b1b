import { effect } from "@preact/signals-core"
import type { App } from "./createApp.ts"
import { declaredIn } from "./state/draft.ts"

/**
 * Says what becomes of entries that were on their way, and gets a new ticket, without asking anybody, for one that has
 * lost its own. Returns the function that stops.
 */
export function followEntries(app: App): () => void {
  const { entries, session, status, words, drafts, network } = app
  let generation = -1
  let before = new Map<number, string>()
  const renewed = new Set<number>()
  return effect(() => {
    const isSame = generation === session.generation.value
    generation = session.generation.value
    if (!isSame) {
      before = new Map()
      renewed.clear()
    }
    const claims = session.claims.value
    const now = new Map<number, string>()
    for (const round of entries.rounds()) {
      const entry = entries.statusOf(round)
      if (!entry) continue
      now.set(round, entry.kind)
      const was = before.get(round)
      if (entry.kind === "received" && was !== undefined && was !== "received") {
        network.reached()
        status.announce(words.card.peek().receivedNews(entry.receipt.code))
      }
      if (entry.kind === "queued" && was === "sending") status.announce(words.card.peek().queued.title)
      else if (entry.kind === "needs-ticket" && claims && !renewed.has(round)) {
        renewed.add(round)
        const draft = drafts.byRound.peek().get(round)
        void entries.renewTicket(round, draft ? declaredIn(draft) : {})
      }
    }
    before = now
  })
}
