import type { App } from "../createApp.ts"
import type { Words } from "../words/vi.ts"

/** All words, in the reader's language. Only for what is shown after they are there. */
export function wordsOf(app: App): Words {
  const words = app.words.all.value
  if (!words) throw new Error("a later screen before its words")
  return words
}
