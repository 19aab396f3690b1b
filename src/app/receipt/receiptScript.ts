import { signal } from "@preact/signals-core"
import type { App } from "../createApp.ts"

/** What draws a receipt, once it has been fetched. It is a script of its own: nobody needs it to answer and submit. */
export const receiptCard = signal<typeof import("./ReceiptCard.tsx").ReceiptCard | null>(null)

/** Fetches it with its words. Never rejects: until it comes, the entry's card says what a receipt proves. */
export async function fetchReceiptCard({ words }: App): Promise<void> {
  try {
    const [{ ReceiptCard }] = await Promise.all([import("./ReceiptCard.tsx"), words.receipt.load()])
    receiptCard.value = ReceiptCard
  } catch {
    // No network, and no worker that has kept it. Asked for again when it is needed.
  }
}
