import type { App } from "../createApp.ts"
import type { HomeLink } from "../createFront.ts"

/** Ways of this citizen's own from the home screen: entries still to send, and all entries. `shown`: the card's round. */
export function citizenLinks(app: App, shown: number | null): { urgent: HomeLink[]; own: HomeLink[] } {
  const words = app.words.card.value
  const urgent = (app.contest.view.value?.rounds ?? []).flatMap(({ number }): HomeLink[] => {
    const kind = number === shown ? undefined : app.entries.statusOf(number)?.kind
    const isUnsent = kind === "queued" || kind === "needs-ticket"
    return isUnsent ? [{ to: { screen: "entry", round: number }, label: words.unsentOf(number) }] : []
  })
  const isIn = app.session.state.value === "in"
  return { urgent, own: isIn ? [{ to: { screen: "my-entries" }, label: words.myEntries }] : [] }
}
