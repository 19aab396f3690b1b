import type { VNode } from "preact"
import { useEffect } from "preact/hooks"
import type { App } from "../createApp.ts"
import { Heading } from "../parts/Heading.tsx"
import type { Draft } from "../state/draft.ts"

type WithDraftProps = { app: App; round: number; children: (draft: Draft) => VNode }

/**
 * Shows its child with this citizen's draft. Without one it leads home; once the entry is sealed, to the entry: sealed
 * answers are not edited.
 */
export function WithDraft({ app, round, children }: WithDraftProps) {
  const draft = app.drafts.byRound.value.get(round)
  const isSealed = app.entries.statusOf(round) !== null
  const isMissing = !draft && app.session.settled.value
  useEffect(() => {
    if (isSealed) app.router.replace({ screen: "entry", round })
    else if (isMissing) app.router.replace({ screen: "home" })
  }, [isSealed, isMissing])
  if (draft && !isSealed) return children(draft)
  return <Heading app={app}>{app.words.card.value.loading.title}</Heading>
}
