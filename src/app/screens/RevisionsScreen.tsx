import type { Revisions } from "../../contract/results.ts"
import type { App } from "../createApp.ts"
import { Heading } from "../parts/Heading.tsx"
import { RevisionSheet } from "../parts/RevisionSheet.tsx"
import { useOutcome } from "./useOutcome.ts"
import { WithOutcome } from "./WithOutcome.tsx"
import { readingWordsOf } from "./words.ts"

/** Every change to a published round's results, the newest first: what, why, and what it moved. */
export function RevisionsScreen({ app, round }: { app: App; round: number }) {
  const { revisions: words } = readingWordsOf(app)
  const contest = app.contest.view.value?.id ?? ""
  const asked = useOutcome(
    async () => app.ask((await app.deps.api).revisions(contest, round)),
    `${contest} ${round}`,
  )
  return (
    <>
      <Heading app={app}>{words.title(round)}</Heading>
      <WithOutcome app={app} asked={asked}>
        {({ revisions }) => <RevisionList app={app} round={round} revisions={revisions} />}
      </WithOutcome>
    </>
  )
}

function RevisionList({ app, round, revisions }: Revisions & { app: App; round: number }) {
  const { revisions: words } = readingWordsOf(app)
  if (revisions.length === 0) return <p>{words.none}</p>
  return (
    <>
      <p class="soft">{words.intro}</p>
      <ol class="sheets" reversed>
        {[...revisions].reverse().map((revision) => (
          <li key={`${revision.division} ${revision.revision}`}>
            <RevisionSheet app={app} round={round} revision={revision} />
          </li>
        ))}
      </ol>
    </>
  )
}
