import type { VNode } from "preact"
import { useEffect, useState } from "preact/hooks"
import type { App } from "./createApp.ts"
import { Button } from "./parts/Button.tsx"
import { Heading } from "./parts/Heading.tsx"
import { isEntering } from "./routing/isEntering.ts"
import { type EnteringRoute, pathOf, type ReadingRoute } from "./routing/route.ts"
import { EnteringScreens } from "./screens/EnteringScreens.tsx"
import { WithContest } from "./screens/WithContest.tsx"

type LaterRoute = EnteringRoute | ReadingRoute
type Show = (app: App, route: LaterRoute) => VNode | null

// Every screen after the home card comes through these two.

async function loadEntering({ words }: App): Promise<Show> {
  await words.entering.load()
  return (app, route) => (isEntering(route) ? <EnteringScreens app={app} route={route} /> : null)
}

async function loadReading({ words }: App): Promise<Show> {
  const [{ ReadingScreens }] = await Promise.all([
    import("./screens/ReadingScreens.tsx"),
    words.reading.load(),
  ])
  return (app, route) => (isEntering(route) ? null : <ReadingScreens app={app} route={route} />)
}

/** Fetches the later screens and words ahead of the first tap, those of an entry first. A failure shows when needed. */
export async function prepareLaterScreens(app: App): Promise<void> {
  await loadEntering(app).catch(() => undefined)
  await loadReading(app).catch(() => undefined)
}

/** A screen beyond the first, once its script is there. */
export function LaterScreen({ app, route }: { app: App; route: LaterRoute }) {
  const isOfEntry = isEntering(route)
  const [loaded, setLoaded] = useState<{ isOfEntry: boolean; show: Show } | null>(null)
  const [failed, setFailed] = useState(false)
  const fetchScreens = () => {
    setFailed(false)
    const load = isOfEntry ? loadEntering : loadReading
    load(app).then(
      (show) => setLoaded({ isOfEntry, show }),
      () => setFailed(true),
    )
  }
  useEffect(fetchScreens, [isOfEntry])
  if (loaded?.isOfEntry === isOfEntry)
    return (
      <main key={pathOf(route)}>
        <WithContest app={app}>{() => loaded.show(app, route)}</WithContest>
      </main>
    )
  const { loading, loadFailed, retry } = app.words.card.value
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
