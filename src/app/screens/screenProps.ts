import type { App } from "../createApp.ts"
import type { Route } from "../routing/route.ts"

/** What the screens of a script get. */
export type ScreenProps<R extends Route> = { app: App; route: R }
