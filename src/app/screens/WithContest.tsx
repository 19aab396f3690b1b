import type { VNode } from "preact"
import type { App } from "../createApp.ts"
import { CardView } from "../home/CardView.tsx"
import { homeCard } from "../home/homeCard.ts"

/** Shows its child once the contest is there, else the same loading or failure that the home card shows. */
export function WithContest({ app, children }: { app: App; children: () => VNode | null }) {
  if (app.contest.view.value) return children()
  const failure = app.network.offline.value ? "offline-empty" : "load-failed"
  const kind = app.contest.load.value === "failed" ? failure : "loading"
  return <CardView app={app} card={homeCard(app, { kind })} />
}
