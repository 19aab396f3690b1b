import { h } from "preact"
import { type App, createApp } from "./createApp.ts"
import type { createFront } from "./createFront.ts"
import type { AppDeps } from "./deps.ts"
import { start } from "./home/actions.ts"
import { LaterScreen } from "./LaterScreen.tsx"

/** The app around a first screen that stands already: the other screens are there. The citizen's card comes by itself. */
export function completeApp(front: ReturnType<typeof createFront>, deps: AppDeps): App {
  const app = createApp(front, deps)
  front.screens.value = {
    start: (round) => start(app, round),
    show: (route) => h(LaterScreen, { app, route }),
  }
  return app
}
