import type { App } from "../createApp.ts"
import type { HomeLink } from "../createFront.ts"
import { citizenWordsOf } from "../screens/words.ts"

/** More ways from the home screen: entries still to send, all entries, the standings once there are any. `shown`: the card's round. */
export function citizenLinks(app: App, shown: number | null): { urgent: HomeLink[]; own: HomeLink[] } {
  const words = citizenWordsOf(app)
  const urgent = (app.contest.view.value?.rounds ?? []).flatMap(({ number }): HomeLink[] => {
    const kind = number === shown ? undefined : app.entries.statusOf(number)?.kind
    const isUnsent = kind === "queued" || kind === "needs-ticket"
    return isUnsent ? [{ to: { screen: "entry", round: number }, label: words.unsentOf(number) }] : []
  })
  const own: HomeLink[] = []
  if (app.session.state.value === "in") own.push({ to: { screen: "my-entries" }, label: words.myEntries })
  const { rounds = [], awards } = app.contest.view.value ?? {}
  if (rounds.some(({ phase }) => phase === "published") && awards?.collective.length !== 0)
    own.push({ to: { screen: "standings" }, label: words.standings })
  return { urgent, own }
}

/** What the way to a round's results says where they were revised, as far as one's own result tells; else null. */
export function revisedLabel(app: App, round: number): string | null {
  const entry = app.entries.statusOf(round)
  const isRevised = entry?.kind === "received" && (entry.result?.revision ?? 1) > 1
  return isRevised ? citizenWordsOf(app).resultsRevised.title(round) : null
}
