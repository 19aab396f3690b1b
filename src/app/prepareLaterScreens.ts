import type { App } from "./createApp.ts"
import { loadReading } from "./LaterScreen.tsx"
import { fetchReceiptCard } from "./receipt/receiptScript.ts"

/** Fetches the later screens and words ahead of the first tap, those of an entry first. A failure shows when needed. */
export async function prepareLaterScreens(app: App): Promise<void> {
  await app.words.entering.load().catch(() => undefined)
  await app.words.entering.words
    .peek()
    ?.prediction.inWords()
    .catch(() => undefined)
  await fetchReceiptCard(app)
  await loadReading(app).catch(() => undefined)
}
