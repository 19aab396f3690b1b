import type { Paper } from "../../contract/paper.ts"
import type { Revision } from "../../contract/results.ts"
import type { App } from "../createApp.ts"
import { wholeCode } from "../format/wholeCode.ts"
import { changeSentence } from "../revisions/changeOf.ts"
import { useOutcome } from "../screens/useOutcome.ts"
import { readingWordsOf } from "../screens/words.ts"
import { PrizesMoved } from "./PrizesMoved.tsx"

type RevisionSheetProps = { app: App; round: number; revision: Revision }

/** One public diff of a round's results. Question and options in words once the paper is there. */
export function RevisionSheet({ app, round, revision }: RevisionSheetProps) {
  const { revisions: words } = readingWordsOf(app)
  const format = app.format.value
  const view = app.contest.view.value
  const { change, division, allCorrect } = revision
  const { outcome } = useOutcome(
    () => app.published.paper(view?.id ?? "", round, division),
    `${view?.id} ${round} ${division}`,
  )
  const paper = outcome?.ok ? outcome.value : null
  const of = view?.paper.questions ?? 15
  const divisionName = view?.divisions.find(({ id }) => id === division)?.name
  const numberOf = (question: string) => {
    const place = paper?.questions.findIndex(({ id }) => id === question) ?? -1
    return place < 0 ? null : place + 1
  }
  return (
    <>
      <p class="prize">
        {words.number(revision.revision - 1)}
        {view && view.divisions.length > 1 && ` · ${divisionName ?? division}`}
      </p>
      <h2>
        {change.kind === "exclusion"
          ? words.excluded(wholeCode(change.code))
          : changeSentence(change, numberOf, words)}
      </h2>
      {change.kind === "key" && <KeyChange change={change} paper={paper} words={words} />}
      <dl>
        <dt>{words.reason}</dt>
        <dd>{revision.reason}</dd>
        <dt>{words.allCorrect(of)}</dt>
        <dd>{words.from(format.number(allCorrect.before), format.number(allCorrect.after))}</dd>
        <dt>{words.ranksMoved}</dt>
        <dd>{format.number(revision.ranksMoved)}</dd>
      </dl>
      <PrizesMoved app={app} round={round} revision={revision} />
      <p class="small soft">{words.when(format.moment(revision.at))}</p>
    </>
  )
}

type KeyChangeProps = {
  change: Revision["change"] & { kind: "key" }
  paper: Paper | null
  words: ReturnType<typeof readingWordsOf>["revisions"]
}

/** The question and its accepted options before and after; nothing while the paper is not there. */
function KeyChange({ change, paper, words }: KeyChangeProps) {
  const question = paper?.questions.find(({ id }) => id === change.question)
  if (!question) return null
  const texts = (accepted: typeof change.after) =>
    accepted === "void"
      ? words.everybody
      : accepted.map((id) => question.options.find((option) => option.id === id)?.text ?? id).join("; ")
  return (
    <>
      <p class="soft">{question.text}</p>
      <dl>
        <dt>{words.before}</dt>
        <dd>{texts(change.before)}</dd>
        <dt>{words.after}</dt>
        <dd>{texts(change.after)}</dd>
      </dl>
    </>
  )
}
