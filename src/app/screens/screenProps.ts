import type { App } from "../createApp.ts"
import type { Route } from "../routing/route.ts"

/** What the screens after the first are given. */
export type ScreenProps = { app: App; route: Route }
