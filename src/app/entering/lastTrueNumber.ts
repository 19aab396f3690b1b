import type { App } from "../createApp.ts"
import type { Draft } from "../state/draft.ts"
import type { LastTrueNumber } from "./lastPublished.ts"

/**
 * The true number of the last published round before this draft's, in its division. Null when there is none or it
 * cannot be had: nobody waits for it.
 */
export async function lastTrueNumber(app: App, draft: Draft): Promise<LastTrueNumber | null> {
  try {
    return await (await import("./lastPublished.ts")).lastPublished(app, draft)
  } catch {
    return null
  }
}
