import { useState } from "preact/hooks"
import type { Results } from "../../contract/results.ts"
import type { App } from "../createApp.ts"
import { WinnerSheet } from "../parts/WinnerSheet.tsx"
import { searchWinners } from "../results/searchWinners.ts"
import { WithResults } from "./WithResults.tsx"
import { readingWordsOf } from "./words.ts"

/** Who won what in a published round, with masked names, prize by prize; one's own stands out. */
export function WinnersScreen({ app, round }: { app: App; round: number }) {
  const { winners } = readingWordsOf(app)
  const own = app.entries.receipts().find((receipt) => receipt.round === round)?.code ?? null
  return (
    <WithResults app={app} round={round} title={winners.title(round)}>
      {(results) => <Winners app={app} awards={results.awards} own={own} />}
    </WithResults>
  )
}

type WinnersProps = { app: App; awards: Results["awards"]; own: string | null }

function Winners({ app, awards, own }: WinnersProps) {
  const { winners: words } = readingWordsOf(app)
  const [query, setQuery] = useState("")
  const units = app.contest.view.value?.units ?? []
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.name ?? id
  const groups = searchWinners(awards, query, unitName)
  const found = groups.reduce((sum, { winners }) => sum + winners.length, 0)
  return (
    <>
      <p class="notice good">{words.safety}</p>
      <div class="field">
        <label for="winner">{words.search}</label>
        <input
          id="winner"
          type="search"
          autocomplete="off"
          value={query}
          aria-describedby="winner-hint"
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <p id="winner-hint" class="small soft">
          {words.searchHint}
        </p>
        <p class="small" aria-live="polite">
          {query.trim() !== "" && (found > 0 ? words.found(found) : words.notFound)}
        </p>
      </div>
      {groups.map(({ prize, name, winners, vacant }) => (
        <section key={prize}>
          <h2>{name}</h2>
          <ol class="sheets">
            {winners.map((winner) => (
              <WinnerSheet
                key={winner.code}
                app={app}
                winner={winner}
                unit={winner.unit && unitName(winner.unit)}
                isOwn={winner.code === own}
              />
            ))}
            {vacant > 0 && <li class="soft">{words.vacant(vacant)}</li>}
          </ol>
        </section>
      ))}
      <p class="small soft">{words.note}</p>
    </>
  )
}
