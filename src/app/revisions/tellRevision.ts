import type { App } from "../createApp.ts"
import { changeSentence } from "./changeOf.ts"

/** Asks what was last changed about a published round and puts it into `app.revised`, in words once they are there. */
export async function tellRevision(app: App, round: number): Promise<void> {
  const contest = app.contest.view.peek()?.id
  if (contest === undefined) return
  const answer = await app.ask((await app.deps.api).revisions(contest, round))
  const own = app.entries.receipts().find((receipt) => receipt.round === round)?.division
  const last = answer.ok
    ? answer.value.revisions.filter(({ division }) => own === undefined || division === own).at(-1)
    : undefined
  if (!last) return
  const paper = await app.published.paper(contest, round, last.division)
  const numberOf = (question: string) => {
    const place = paper.ok ? paper.value.questions.findIndex(({ id }) => id === question) : -1
    return place < 0 ? null : place + 1
  }
  app.revised.value = {
    round,
    sentence() {
      const words = app.words.reading.words.value
      return words ? changeSentence(last.change, numberOf, words.revisions) : null
    },
  }
}
