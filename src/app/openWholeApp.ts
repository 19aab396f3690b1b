import { completeApp } from "./completeApp.ts"
import type { App } from "./createApp.ts"
import { createFront } from "./createFront.ts"
import type { AppDeps } from "./deps.ts"
import { knowCitizen } from "./knowCitizen.ts"

/** The app at once, for who needs no first screen before; only the citizen's words come a moment later. */
export function openWholeApp(deps: AppDeps): App {
  const app = completeApp(createFront(deps), deps)
  void knowCitizen(app)
  return app
}
