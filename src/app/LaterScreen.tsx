import { signal } from "@preact/signals-core"
import type { VNode } from "preact"
import type { App } from "./createApp.ts"
import { kept, whenMounted } from "./kept.ts"
import { Button } from "./parts/Button.tsx"
import { Heading } from "./parts/Heading.tsx"
import { isEntering } from "./routing/isEntering.ts"
import { type EnteringRoute, pathOf, type ReadingRoute } from "./routing/route.ts"
import { EnteringScreens } from "./screens/EnteringScreens.tsx"
import { WithContest } from "./screens/WithContest.tsx"

type LaterRoute = EnteringRoute | ReadingRoute
type Show = (app: App, route: LaterRoute) => VNode | null

// Every screen after the home card comes through these two.

const showEntering: Show = (app, route) =>
  isEntering(route) ? <EnteringScreens app={app} route={route} /> : null

async function loadEntering({ words }: App): Promise<Show> {
  await words.entering.load()
  return showEntering
}

/** Fetches the screens beside the way of an entry, and their words. */
export async function loadReading({ words }: App): Promise<Show> {
  const [{ ReadingScreens }] = await Promise.all([
    import("./screens/ReadingScreens.tsx"),
    words.reading.load(),
  ])
  return (app, route) => (isEntering(route) ? null : <ReadingScreens app={app} route={route} />)
}

/** A screen beyond the first, once its script and words are there. */
export function LaterScreen({ app, route }: { app: App; route: LaterRoute }) {
  if (!isEntering(route)) return <Fetched key="reading" app={app} route={route} load={loadReading} />
  const isThere = app.words.entering.words.value !== null
  const there = isThere ? showEntering : null
  return <Fetched key="entering" app={app} route={route} there={there} load={loadEntering} />
}

type FetchedProps = { app: App; route: LaterRoute; there?: Show | null; load(app: App): Promise<Show> }

/**
 * A screen of one script. `load` stays the same: the other script's screens are another component. `there`: nothing has to
 * be fetched, so the first drawing is the screen itself.
 */
function Fetched({ app, route, there, load }: FetchedProps) {
  const state = kept(() => signal<Show | "coming" | "failed">(there ?? "coming"))
  const fetchScreens = () => {
    state.value = "coming"
    load(app).then(
      (show) => {
        state.value = show
      },
      () => {
        state.value = "failed"
      },
    )
  }
  whenMounted(() => {
    if (state.peek() === "coming") fetchScreens()
  })
  const show = state.value
  if (typeof show === "function")
    return (
      <main key={pathOf(route)}>
        <WithContest app={app}>{() => show(app, route)}</WithContest>
      </main>
    )
  const { loading, loadFailed, retry } = app.words.card.value
  const failed = show === "failed"
  return (
    <main>
      <section class="card" aria-busy={!failed}>
        <Heading app={app}>{failed ? loadFailed.title : loading.title}</Heading>
        {failed && (
          <>
            <p>{loadFailed.body}</p>
            <Button onPress={fetchScreens}>{retry}</Button>
          </>
        )}
      </section>
    </main>
  )
}
