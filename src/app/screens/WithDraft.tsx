import type { VNode } from "preact"
import type { App } from "../createApp.ts"
import { Heading } from "../parts/Heading.tsx"
import type { Draft } from "../state/draft.ts"
import { Elsewhere } from "./Elsewhere.tsx"

type WithDraftProps = { app: App; round: number; children: (draft: Draft) => VNode }

/**
 * Shows its child with this citizen's draft. Without one it leads home; once the entry is sealed, to the entry: sealed
 * answers are not edited.
 */
export function WithDraft({ app, round, children }: WithDraftProps) {
  const draft = app.drafts.byRound.value.get(round)
  if (app.entries.statusOf(round)) return <Elsewhere key="entry" app={app} to={{ screen: "entry", round }} />
  if (draft) return children(draft)
  if (app.session.settled.value) return <Elsewhere key="home" app={app} to={{ screen: "home" }} />
  return <Heading app={app}>{app.words.card.value.loading.title}</Heading>
}
