import type { Revision } from "../../contract/results.ts"
import type { App } from "../createApp.ts"
import { wholeCode } from "../format/wholeCode.ts"
import { readingWordsOf } from "../screens/words.ts"

type Moved = Revision["prizesMoved"][number]

/** Who gained or lost a prize by a revision, by code; one's own entry stands out. */
export function PrizesMoved({ app, round, revision }: { app: App; round: number; revision: Revision }) {
  const { revisions: words } = readingWordsOf(app)
  const { division, prizesMoved } = revision
  const own = app.entries
    .receipts()
    .find((receipt) => receipt.round === round && receipt.division === division)?.code
  return (
    <section>
      <h3>{words.prizes}</h3>
      {prizesMoved.length === 0 && <p>{words.noPrizes}</p>}
      <ul class="moved">
        {prizesMoved.map((moved) => (
          <li key={moved.code} class={moved.code === own ? "own" : ""}>
            {moved.code === own && <span class="tag">{words.own}</span>} {movedText(app, moved)}
          </li>
        ))}
      </ul>
      {own !== undefined && !prizesMoved.some(({ code }) => code === own) && (
        <p>{words.ownSame(wholeCode(own))}</p>
      )}
    </section>
  )
}

function movedText(app: App, { code: id, before, after }: Moved): string {
  const code = wholeCode(id)
  const { revisions: words } = readingWordsOf(app)
  const { number } = app.format.value
  const prizes = app.contest.view.value?.awards.individual ?? []
  const name = (id: string) => prizes.find((prize) => prize.id === id)?.name ?? id
  const rank = (standing: Moved["after"]) => (standing ? number(standing.rank) : words.uncounted)
  const [had, has] = [before?.prize ?? null, after?.prize ?? null]
  const prize =
    had !== null && has !== null
      ? words.changed(code, name(had), name(has))
      : has !== null
        ? words.gained(code, name(has))
        : words.lost(code, name(had ?? ""))
  return `${prize} (${words.ranks(rank(before), rank(after))})`
}
