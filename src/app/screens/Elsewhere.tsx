import type { App } from "../createApp.ts"
import { whenMounted } from "../kept.ts"
import type { Route } from "../routing/route.ts"

/** Drawn in place of a screen that has nothing to show here: leads elsewhere at once, with no way back to it. */
export function Elsewhere({ app, to }: { app: App; to: Route }) {
  whenMounted(() => app.router.replace(to))
  return null
}
