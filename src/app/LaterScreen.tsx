import { type ComponentType, h } from "preact"
import { useEffect, useState } from "preact/hooks"
import type { App } from "./createApp.ts"
import { Button } from "./parts/Button.tsx"
import { Heading } from "./parts/Heading.tsx"
import type { ScreenProps } from "./screens/screenProps.ts"

/** The border of the first script: everything after the home card comes through here. */
const load = () => import("./screens/Screens.tsx")

/** Fetches the later screens and words ahead of the first tap. A failure shows when they are needed. */
export async function prepareLaterScreens(app: App): Promise<void> {
  await Promise.all([load(), app.words.load()]).catch(() => undefined)
}

/** A screen beyond the first, once its script is there. */
export function LaterScreen({ app, route }: ScreenProps) {
  const [screens, setScreens] = useState<{ show: ComponentType<ScreenProps> } | null>(null)
  const [failed, setFailed] = useState(false)
  const fetchScreens = () => {
    setFailed(false)
    Promise.all([load(), app.words.load()]).then(
      ([{ Screens }]) => setScreens({ show: Screens }),
      () => setFailed(true),
    )
  }
  useEffect(fetchScreens, [])
  if (screens && app.words.all.value) return h(screens.show, { app, route })
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
