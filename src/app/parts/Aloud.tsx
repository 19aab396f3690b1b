import { useEffect, useState } from "preact/hooks"
import type { App } from "../createApp.ts"

type Button = typeof import("../aloud/ReadAloudButton.tsx").ReadAloudButton

// Once fetched, it stands there with its screen, not a moment later.
let fetched: Button | null = null

/** A button that reads the parts aloud, where the device can speak and the citizen has not switched it off. */
export function Aloud({ app, parts }: { app: App; parts: readonly string[] }) {
  const [Button, setButton] = useState<Button | null>(() => fetched)
  const speech = app.appearance.aloud.value ? app.deps.speech : undefined
  useEffect(() => {
    if (!speech || fetched) return
    import("../aloud/ReadAloudButton.tsx").then(
      ({ ReadAloudButton }) => {
        fetched = ReadAloudButton
        setButton(() => ReadAloudButton)
      },
      // Cannot be fetched now: the screen goes without.
      () => undefined,
    )
  }, [speech])
  return Button && speech ? <Button app={app} speech={speech} parts={parts} /> : null
}
