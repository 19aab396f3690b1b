import type { App } from "../createApp.ts"
import { wordsOf } from "../screens/words.ts"

/** Whether the answers are kept on this phone, plainly. */
export function KeptNote({ app }: { app: App }) {
  const words = wordsOf(app)
  return app.drafts.kept.value ? (
    <p class="small soft">{words.saved}</p>
  ) : (
    <p class="notice warn">{words.notKept}</p>
  )
}
