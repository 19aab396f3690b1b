import type { VNode } from "preact"
import type { App } from "../createApp.ts"
import { kept } from "../kept.ts"
import { Heading } from "../parts/Heading.tsx"
import type { Draft } from "../state/draft.ts"
import { Elsewhere } from "./Elsewhere.tsx"

type WithDraftProps = {
  app: App
  round: number
  /** The child follows the draft itself: it is drawn anew for another paper or person only. */
  follows: boolean
  children: (draft: Draft) => VNode
}

/**
 * Shows its child with this citizen's draft. Without one it leads home; once the entry is sealed, to the entry: sealed
 * answers are not edited.
 */
export function WithDraft({ app, round, follows, children }: WithDraftProps) {
  const drawn = kept((): { of?: Draft; child?: VNode } => ({}))
  const draft = app.drafts.byRound.value.get(round)
  if (app.entries.statusOf(round)) return <Elsewhere key="entry" app={app} to={{ screen: "entry", round }} />
  if (draft) {
    const { of } = drawn
    // What is drawn a second time as the same object, Preact leaves as it stands.
    if (!follows || of?.questions !== draft.questions || of.owner !== draft.owner)
      drawn.child = children(draft)
    drawn.of = draft
    return drawn.child as VNode
  }
  if (app.session.settled.value) return <Elsewhere key="home" app={app} to={{ screen: "home" }} />
  return <Heading app={app}>{app.words.card.value.loading.title}</Heading>
}
