import type { Front, HomeLink } from "../createFront.ts"
import { Button } from "../parts/Button.tsx"
import { Link } from "../parts/Link.tsx"
import { currentRound } from "../state/rounds.ts"
import { Bridge } from "./Bridge.tsx"
import { CardView } from "./CardView.tsx"
import { homeCard } from "./homeCard.ts"

/** The first screen: which contest, one card, and the ways to everything else. */
export function Home({ app }: { app: Front }) {
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
export function HomeBand({ app }: { app: Front }) {
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

function HomeLinks({ app }: { app: Front }) {
  const words = app.words.card.value
  const state = app.home.value
  const shown = "round" in state ? state.round.number : null
  const { urgent = [], own = [] } = app.citizen.value?.links(shown) ?? {}
  const published = (app.contest.view.value?.rounds ?? [])
    .filter(({ phase, number }) => phase === "published" && number !== shown)
    .slice(-1)
    .map(
      ({ number }): HomeLink => ({
        to: { screen: "results", round: number },
        label: app.citizen.value?.revisedLabel(number) ?? words.resultsOf(number),
      }),
    )
  const links: HomeLink[] = [
    ...urgent,
    ...published,
    ...own,
    { to: { screen: "rules" }, label: words.rules },
    { to: { screen: "documents" }, label: words.documents },
    { to: { screen: "practice", step: 1 }, label: words.practice },
  ]
  return (
    <ul class="links">
      {links.map((link) => (
        <li key={link.label}>
          <Link app={app} to={link.to} class={urgent.includes(link) ? "urgent" : ""}>
            {link.label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
