import type { RoundView } from "../../contract/contestView.ts"
import type { App } from "../createApp.ts"
import { declaredIn } from "../state/draft.ts"
import type { EntryStatus } from "../state/entryStatus.ts"
import { signIn } from "./actions.ts"
import type { Card, CardAction } from "./card.ts"
import { signInFault } from "./signInFault.ts"

/** How an entry's state reads, on the home card and on the entry's own screen. */
export function entryCard(app: App, round: RoundView, entry: EntryStatus): Card {
  const words = app.words.card.value
  // Why it is so: said once these are there.
  const why = app.words.citizen.words.value
  const format = app.format.value
  // Where the phone keeps nothing, "kept on this phone" would be untrue.
  const isOnPageOnly = app.entries.pageOnly.value
  const refusal = app.session.refusal.value
  const toEntry = { screen: "entry", round: round.number } as const
  const askReview = (kind: "late-entry" | "other"): CardAction => ({
    label: words.askReview,
    to: { screen: "complaint", kind, round: round.number },
  })
  switch (entry.kind) {
    case "received":
      return {
        title: words.alreadyEntered.title,
        body: [
          words.alreadyEntered.code(entry.receipt.code),
          words.alreadyEntered.at(format.second(entry.receipt.receivedAt)),
        ],
        first: { label: words.seeReceipt, to: toEntry },
      }
    case "superseded":
      return {
        title: words.superseded.title,
        body: [
          (entry.receipt && why?.supersededBy(format.second(entry.receipt.receivedAt))) ??
            words.superseded.body,
        ],
        first: { label: words.seeCounted, to: toEntry },
      }
    case "sending":
      return { title: words.sending.title, body: [words.sending.body], busy: true }
    case "queued":
      return {
        title: entry.busy ? words.unavailable.title : words.queued.title,
        body: [
          <>
            {isOnPageOnly ? words.queued.onPage : words.queued.kept}
            <strong>{words.queued.notThere}</strong>
            {isOnPageOnly ? words.queued.stayOpen : words.queued.onceOnline}
          </>,
          words.queued.deadline(format.end(round.closesAt)),
        ],
        first: { label: words.sendNow, act: () => app.entries.deliver() },
      }
    case "needs-ticket":
      return {
        title: words.identityExpired.title,
        body: [words.identityExpired.body, ...(refusal ? [signInFault(app, refusal).body] : [])],
        first: { label: words.signInAgain, act: () => renew(app, round.number) },
      }
    case "refused-late":
      return {
        title: words.refusedLate.title,
        body: [why?.refusedLate ?? words.refused.body],
        first: askReview("late-entry"),
      }
    case "refused": {
      const reasons: Record<string, string> | undefined = why?.notEligible.reasons
      const reason = entry.reason && reasons?.[entry.reason]
      return {
        title: words.refused.title,
        body: [...(reason ? [reason] : []), words.refused.body],
        first: askReview("other"),
      }
    }
  }
}

async function renew(app: App, round: number): Promise<void> {
  if (!(await signIn(app))) return
  const draft = app.drafts.byRound.peek().get(round)
  await app.entries.renewTicket(round, draft ? declaredIn(draft) : {})
}
