import { effect, signal } from "@preact/signals-core"
import type { App } from "../createApp.ts"
import { whenMounted } from "../kept.ts"

// Once fetched, it stands there with its screen, not a moment later.
const fetched = signal<typeof import("../aloud/ReadAloudButton.tsx").ReadAloudButton | null>(null)

/** A button that reads the parts aloud, where the device can speak and the citizen has not switched it off. */
export function Aloud({ app, parts }: { app: App; parts: readonly string[] }) {
  const speechWanted = () => (app.appearance.aloud.value ? app.deps.speech : undefined)
  whenMounted(() =>
    effect(() => {
      if (!speechWanted() || fetched.value) return
      import("../aloud/ReadAloudButton.tsx").then(
        ({ ReadAloudButton }) => {
          fetched.value = ReadAloudButton
        },
        // Cannot be fetched now: the screen goes without.
        () => undefined,
      )
    }),
  )
  const speech = speechWanted()
  const Button = fetched.value
  return Button && speech ? <Button app={app} speech={speech} parts={parts} /> : null
}
