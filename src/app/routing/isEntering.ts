import type { EnteringRoute, Route, ScreenName } from "./route.ts"

const entering: ReadonlySet<ScreenName> = new Set<EnteringRoute["screen"]>([
  "entrant",
  "question",
  "prediction",
  "review",
  "confirm",
  "entry",
])

/** Which script a screen after the home card comes in. */
export function isEntering(route: Route): route is EnteringRoute {
  return entering.has(route.screen)
}
