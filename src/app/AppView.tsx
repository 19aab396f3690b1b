import "./redraw.ts"
import type { Front } from "./createFront.ts"
import { CardView } from "./home/CardView.tsx"
import { Home, HomeBand } from "./home/Home.tsx"
import { pathOf } from "./routing/route.ts"

/** The whole page: the bar with back and help at the same place on every screen, what has changed, the screen. */
export function AppView({ app }: { app: Front }) {
  const { router, status, words, network } = app
  const route = router.route.value
  const card = words.card.value
  // These have their own way back to the step before.
  const isStep = ["question", "prediction", "review", "confirm", "practice"].includes(route.screen)
  // "Answers are kept" is true of the entry, and practice must not pass for it.
  const isQuiet = !network.offline.value || !status.text.value || route.screen.startsWith("practice")
  return (
    <div class="page">
      <header>
        <div class="bar">
          {router.canGoBack.value && (
            <button
              type="button"
              onClick={() => (isStep ? router.resetTo({ screen: "home" }) : router.back())}
            >
              <svg width="0.7em" height="1em" viewBox="0 0 7 12" aria-hidden="true">
                <path d="M6 1 1 6l5 5" fill="none" stroke="currentColor" stroke-width="2" />
              </svg>
              {isStep ? card.home : card.back}
            </button>
          )}
          {!router.canGoBack.value && <span class="organiser">{app.contest.view.value?.organiser}</span>}
          <a
            href={`#${pathOf({ screen: "help" })}`}
            onClick={(event) => {
              event.preventDefault()
              if (route.screen !== "help") router.go({ screen: "help" })
            }}
          >
            {card.help}
          </a>
        </div>
        {route.screen === "home" && <HomeBand app={app} />}
      </header>
      <p role="status" class={isQuiet ? "status quiet" : "status"}>
        {status.text.value}
      </p>
      {route.screen === "home" ? (
        <Home app={app} />
      ) : (
        (app.screens.value?.show(route) ?? <Coming app={app} />)
      )}
    </div>
  )
}

/** Instead of a later screen, while the script that draws it is on its way. */
function Coming({ app }: { app: Front }) {
  return (
    <main>
      <CardView app={app} card={{ title: app.words.card.value.loading.title, body: [], busy: true }} />
    </main>
  )
}
