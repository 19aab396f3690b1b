import { completeApp } from "./completeApp.ts"
import type { App } from "./createApp.ts"
import { createFront } from "./createFront.ts"
import type { AppDeps } from "./deps.ts"
import { knowCitizen } from "./knowCitizen.ts"

/** The app at once, for who needs no first screen before. Its words are to be loaded before it is drawn. */
export function openWholeApp(deps: AppDeps): App {
  const app = completeApp(createFront(deps), deps)
  knowCitizen(app)
  return app
}
