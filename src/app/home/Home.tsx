import type { App } from "../createApp.ts"
import { Button } from "../parts/Button.tsx"
import { Link } from "../parts/Link.tsx"
import { currentRound } from "../state/rounds.ts"
import { Bridge } from "./Bridge.tsx"
import { CardView } from "./CardView.tsx"
import { homeCard } from "./homeCard.ts"

/** The first screen: which contest, one card, and the ways to everything else. */
export function Home({ app }: { app: App }) {
  const words = app.words.card.value
  const view = app.contest.view.value
  const round = view && currentRound(view, app.clock.now.value)
  const state = app.home.value
  const showCount = round && round.entrants > 0 && (state.kind === "open" || state.kind === "entry")
  return (
    <main>
      <CardView app={app} card={homeCard(app, state)} />
      {showCount && <p class="soft">{words.entrants(app.format.value.number(round.entrants))}</p>}
      {app.update.value && (
        <Button kind="second" onPress={app.update.value}>
          {words.newVersion}
        </Button>
      )}
      {view && <HomeLinks app={app} />}
    </main>
  )
}

/** Which contest this is, for the head of the page. */
export function HomeBand({ app }: { app: App }) {
  const view = app.contest.view.value
  const round = view && currentRound(view, app.clock.now.value)
  const title = view?.title ?? app.words.card.value.appName
  return (
    <div class="band">
      {/* U+2060, a word joiner: a name such as Hue-S is not broken at its hyphen. */}
      <p class="contest">{title.replace(/-(?=\S)/g, "-\u2060")}</p>
      <Bridge rounds={view?.rounds.length ?? 4} current={round?.number ?? 0} />
    </div>
  )
}

function HomeLinks({ app }: { app: App }) {
  const words = app.words.card.value
  const state = app.home.value
  const shown = "round" in state ? state.round.number : null
  const rounds = app.contest.view.value?.rounds ?? []
  const unsent = rounds.filter(({ number }) => {
    const kind = number === shown ? undefined : app.entries.statusOf(number)?.kind
    return kind === "queued" || kind === "needs-ticket"
  })
  const published = rounds.filter(({ phase, number }) => phase === "published" && number !== shown).at(-1)
  return (
    <ul class="links">
      {unsent.map(({ number }) => (
        <li key={number}>
          <Link app={app} to={{ screen: "entry", round: number }} class="urgent">
            {words.unsentOf(number)}
          </Link>
        </li>
      ))}
      {published && (
        <li>
          <Link app={app} to={{ screen: "results", round: published.number }}>
            {isRevised(app, published.number)
              ? words.resultsRevised.title(published.number)
              : words.resultsOf(published.number)}
          </Link>
        </li>
      )}
      {app.session.state.value === "in" && (
        <li>
          <Link app={app} to={{ screen: "my-entries" }}>
            {words.myEntries}
          </Link>
        </li>
      )}
      {rounds.some(({ phase }) => phase === "published") &&
        app.contest.view.value?.awards.collective.length !== 0 && (
          <li>
            <Link app={app} to={{ screen: "standings" }}>
              {words.standings}
            </Link>
          </li>
        )}
      <li>
        <Link app={app} to={{ screen: "rules" }}>
          {words.rules}
        </Link>
      </li>
      <li>
        <Link app={app} to={{ screen: "documents" }}>
          {words.documents}
        </Link>
      </li>
      <li>
        <Link app={app} to={{ screen: "practice", step: 1 }}>
          {words.practice}
        </Link>
      </li>
    </ul>
  )
}

/** As far as one's own result tells. */
function isRevised(app: App, round: number): boolean {
  const entry = app.entries.statusOf(round)
  return entry?.kind === "received" && (entry.result?.revision ?? 1) > 1
}
